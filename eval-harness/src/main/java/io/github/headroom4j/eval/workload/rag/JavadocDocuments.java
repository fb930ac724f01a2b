package io.github.headroom4j.eval.workload.rag;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.comments.Comment;
import com.github.javaparser.ast.comments.JavadocComment;
import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.workload.rag.CorpusManifest.SourceSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes a document of each long comment of a public type or a package. Not thread-safe. */
final class JavadocDocuments {

    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern WORD = Pattern.compile("\\p{L}");

    private static final Pattern DECLARATION =
            Pattern.compile("(?m)^\\s*+(?:(?:public|static|abstract|final|sealed|non-sealed)\\s++)*+"
                    + "(?:class|@?interface|enum|record|package)\\s++\\w");
    /** How far behind a comment its declaration is looked for; annotations and remarks may stand between. */
    private static final int DECLARATION_CHARS = 4_000;
    /** The blank included; real prose has five to seven. */
    private static final int MIN_CHARS_PER_WORD = 4;

    private final SourceSpec source;
    private final JavaParser parser = new JavaParser(new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_21));
    private final List<CorpusDocument> documents = new ArrayList<>();

    private JavadocDocuments(SourceSpec source) {
        this.source = source;
    }

    /** The documents of a source jar, by path of the file and then in the order of the file. */
    static List<CorpusDocument> read(SourceSpec source) {
        JavadocDocuments made = new JavadocDocuments(source);
        source.jar().texts(made::isPublished).forEach(made::file);
        return List.copyOf(made.documents);
    }

    private boolean isPublished(String path) {
        return path.endsWith(".java")
                && !path.startsWith("META-INF/")
                && source.excluded().stream().noneMatch(folder -> path.contains("/" + folder + "/"));
    }

    private void file(String path, String java) {
        if (!mayBeLong(java)) {
            return;
        }
        ParseResult<CompilationUnit> result = parser.parse(java);
        if (!result.isSuccessful()) {
            throw new DatasetException(path + " of " + source.jar().coordinates() + ": not read as Java: "
                    + result.getProblem(0).getMessage());
        }
        CompilationUnit unit = result.getResult().orElseThrow();
        String packageName =
                unit.getPackageDeclaration().map(one -> one.getNameAsString()).orElse("");
        if (unit.getTypes().isEmpty()) {
            packageComment(unit).ifPresent(comment -> add(packageName, "package " + packageName, comment));
        }
        unit.getTypes().stream().filter(TypeDeclaration::isPublic).forEach(type -> type(packageName, "", type));
    }

    /**
     * Whether a long comment stands before what looks like a type or package. Parsing takes most of the time, and most
     * files have none.
     */
    private boolean mayBeLong(String java) {
        for (int start = java.indexOf("/**"); start >= 0; start = java.indexOf("/**", start + 3)) {
            int end = java.indexOf("*/", start + 3);
            if (end - start >= MIN_CHARS_PER_WORD * source.minWords()
                    && DECLARATION
                            .matcher(java)
                            .region(end, Math.min(end + DECLARATION_CHARS, java.length()))
                            .find()) {
                return true;
            }
        }
        return false;
    }

    /** The longest one of the file; the other would be the licence. */
    private static Optional<JavadocComment> packageComment(CompilationUnit unit) {
        return unit.getAllComments().stream()
                .flatMap(comment -> comment.toJavadocComment().stream())
                .max(Comparator.comparing(comment -> comment.getContent().length()));
    }

    /** The parser leaves a comment alone that another, such as a note for developers, parts from its type. */
    private static Optional<JavadocComment> typeComment(TypeDeclaration<?> type) {
        return type.getJavadocComment()
                .or(() -> type.getParentNode().stream()
                        .flatMap(parent -> parent.getOrphanComments().stream())
                        .flatMap(comment -> comment.toJavadocComment().stream())
                        .filter(comment -> isBefore(comment, type))
                        .reduce((first, second) -> second));
    }

    /** Whether nothing but comments stands between. */
    private static boolean isBefore(JavadocComment comment, TypeDeclaration<?> type) {
        Position end = comment.getEnd().orElseThrow();
        Position begin = type.getBegin().orElseThrow();
        return end.isBefore(begin)
                && type.getParentNode().stream()
                        .flatMap(parent -> parent.getChildNodes().stream())
                        .filter(child -> !(child instanceof Comment))
                        .flatMap(child -> child.getBegin().stream())
                        .noneMatch(other -> other.isAfter(end) && other.isBefore(begin));
    }

    private void type(String packageName, String outer, TypeDeclaration<?> type) {
        String name = outer + type.getNameAsString();
        typeComment(type).ifPresent(comment -> add(packageName + "." + name, name, comment));
        for (Node member : type.getMembers()) {
            if (member instanceof TypeDeclaration<?> nested && (nested.isPublic() || isInterface(type))) {
                type(packageName, name + ".", nested);
            }
        }
    }

    private static boolean isInterface(TypeDeclaration<?> type) {
        return type instanceof ClassOrInterfaceDeclaration one && one.isInterface();
    }

    private void add(String name, String title, JavadocComment comment) {
        String text = HtmlText.of(JavadocHtml.of(comment.getContent()));
        if (words(text) >= source.minWords()) {
            documents.add(
                    new CorpusDocument(source.library() + "/" + name, title, source.library(), source.split(), text));
        }
    }

    /** Words outside code blocks. */
    static long words(String text) {
        return Arrays.stream(CODE_BLOCK.matcher(text).replaceAll("").split("\\s+"))
                .filter(word -> WORD.matcher(word).find())
                .count();
    }
}
