package io.github.headroom4j.compressor.code;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParseStart;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Providers;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.AnnotationMemberDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import io.github.headroom4j.compressor.CompressionContext;
import java.util.List;
import java.util.Optional;

/**
 * Java, by JavaParser. It reads a {@link JavaSkeleton}, in which nothing can nest deeply, so it needs little stack and
 * linear time on any input; that is also why it reads methods without their class and files that were cut off.
 */
final class JavaOutlineParser implements OutlineParser {

    /** Stands around members without a type; no name that a person gives. */
    private static final String WRAPPER = "_$_";

    /**
     * Longer files are outlined by their braces, default 1 Mi characters. A deadline is looked at as the parser reads, but it
     * looks far ahead within expressions that nest deeply, and not meanwhile.
     */
    static final int MAX_CHARS = 1 << 20;

    @Override
    public Optional<FileOutline> parse(SourceText source, CompressionContext context) {
        if (source.text().length() > MAX_CHARS) {
            return Optional.empty();
        }
        return JavaSkeleton.of(source.text(), context).flatMap(skeleton -> outline(skeleton, source, context));
    }

    private static Optional<FileOutline> outline(JavaSkeleton skeleton, SourceText source, CompressionContext context) {
        Optional<JavaDeclarations> found =
                skeleton.isFragment() ? Optional.empty() : read(skeleton.code(), 0, skeleton, source);
        if (found.isEmpty() && skeleton.isFragment()) {
            found = readMembers(skeleton.members(false), skeleton, source);
        }
        // What the reader threw, the parser took for a syntax error.
        context.checkDeadline();
        if (found.isEmpty() && skeleton.beginsWithin()) {
            found = readMembers(skeleton.members(true), skeleton, source);
            context.checkDeadline();
        }
        return found.filter(declarations -> !declarations.all().isEmpty())
                .map(declarations -> new FileOutline(declarations.all(), skeleton.comments(), false));
    }

    private static Optional<JavaDeclarations> readMembers(String members, JavaSkeleton skeleton, SourceText source) {
        return read("class " + WRAPPER + " {\n" + members + "}", 1, skeleton, source);
    }

    private static Optional<JavaDeclarations> read(
            String code, int linesBefore, JavaSkeleton skeleton, SourceText source) {
        // The validators of language levels recurse, and what they reject is no concern of an outline; without them the
        // grammar takes all syntax that the parser knows.
        ParserConfiguration configuration = new ParserConfiguration()
                .setLanguageLevel(ParserConfiguration.LanguageLevel.RAW)
                .setAttributeComments(false);
        ParseResult<CompilationUnit> result = new JavaParser(configuration)
                .parse(
                        ParseStart.COMPILATION_UNIT,
                        Providers.provider(source.pace().reader(code)));
        if (!result.isSuccessful() || result.getResult().isEmpty()) {
            return Optional.empty();
        }
        JavaDeclarations declarations = new JavaDeclarations(source, skeleton, linesBefore);
        CompilationUnit unit = result.getResult().get();
        if (linesBefore == 0) {
            unit.getTypes().forEach(type -> addType(type, "", declarations));
        } else {
            unit.getTypes().forEach(type -> addMembers(type, "", declarations));
        }
        return Optional.of(declarations);
    }

    private static void addType(TypeDeclaration<?> type, String owner, JavaDeclarations declarations) {
        declarations.add(Declaration.Kind.TYPE, type.getNameAsString(), owner, type);
        String path = owner.isEmpty() ? type.getNameAsString() : owner + "." + type.getNameAsString();
        addMembers(type, path, declarations);
    }

    /** Recursion over types within types, whose depth the skeleton bounds. */
    private static void addMembers(TypeDeclaration<?> type, String owner, JavaDeclarations declarations) {
        if (type instanceof EnumDeclaration enumeration) {
            for (EnumConstantDeclaration constant : enumeration.getEntries()) {
                declarations.add(Declaration.Kind.VALUE, constant.getNameAsString(), owner, constant);
            }
        }
        for (BodyDeclaration<?> member : type.getMembers()) {
            if (member instanceof TypeDeclaration<?> nested) {
                addType(nested, owner, declarations);
            } else {
                addMember(member, owner, declarations);
            }
        }
    }

    private static void addMember(BodyDeclaration<?> member, String owner, JavaDeclarations declarations) {
        if (member instanceof CallableDeclaration<?> callable) {
            declarations.add(Declaration.Kind.FUNCTION, callable.getNameAsString(), owner, callable);
        } else if (member instanceof CompactConstructorDeclaration constructor) {
            declarations.add(Declaration.Kind.FUNCTION, constructor.getNameAsString(), owner, constructor);
        } else if (member instanceof AnnotationMemberDeclaration element) {
            declarations.add(Declaration.Kind.FUNCTION, element.getNameAsString(), owner, element);
        } else if (member instanceof FieldDeclaration field) {
            List<? extends Node> variables = field.getVariables();
            if (!variables.isEmpty()) {
                declarations.add(Declaration.Kind.VALUE, field.getVariable(0).getNameAsString(), owner, field);
            }
        } else if (member instanceof InitializerDeclaration) {
            declarations.add(Declaration.Kind.INITIALIZER, "", owner, member);
        }
    }
}
