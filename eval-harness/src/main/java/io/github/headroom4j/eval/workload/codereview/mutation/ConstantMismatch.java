package io.github.headroom4j.eval.workload.codereview.mutation;

import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import io.github.headroom4j.eval.workload.codereview.change.DefectCategory;
import io.github.headroom4j.eval.workload.codereview.change.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A constant whose value is written down a second time in another file: only one of the two is changed. */
final class ConstantMismatch implements Mutator {

    private static final int MAX_FILES = 40;
    private static final int MIN_TEXT = 4;
    /** Characters of a single word that is not written by chance in two places. */
    private static final int LONG_TEXT = 9;

    @Override
    public DefectCategory category() {
        return DefectCategory.CONSTANT_MISMATCH;
    }

    @Override
    public boolean mayApply(String text) {
        return text.contains("static final") || text.contains("final static");
    }

    @Override
    public void propose(JavaFile file, Project project, Consumer<Proposal> proposals) {
        for (FieldDeclaration field : file.unit().findAll(FieldDeclaration.class)) {
            if (field.isStatic() && field.isFinal()) {
                for (VariableDeclarator constant : field.getVariables()) {
                    constant.getInitializer()
                            .flatMap(value -> consider(file, project, constant, value))
                            .ifPresent(proposals);
                }
            }
        }
    }

    private Optional<Proposal> consider(JavaFile file, Project project, VariableDeclarator constant, Expression value) {
        Optional<String> other = other(value);
        String name = constant.getNameAsString();
        if (other.isEmpty() || name.equals("serialVersionUID")) {
            return Optional.empty();
        }
        Optional<Place> second = value instanceof StringLiteralExpr text
                ? quoted(file, project, text)
                : declaredAgain(file, project, name, value);
        String written = value.toString();
        Predicate<JavaFile> differs = edited -> edited.unit().findAll(VariableDeclarator.class).stream()
                .filter(one -> one.getNameAsString().equals(name)
                        && JavaFile.typeKey(one).equals(JavaFile.typeKey(constant)))
                .anyMatch(one -> one.getInitializer()
                        .filter(now -> !now.toString().equals(written))
                        .isPresent());
        return second.map(
                place -> new Proposal(category(), List.of(file.replace(value, other.get())), List.of(place), differs));
    }

    /** Another value that looks as good. */
    private static Optional<String> other(Expression value) {
        if (value instanceof StringLiteralExpr text) {
            String written = text.getValue();
            boolean plain = written.matches("[A-Za-z][\\w.\\-/:]*");
            boolean rare = written.length() >= LONG_TEXT
                    || (written.length() >= MIN_TEXT && written.matches("(?:(?!\\w[-._]\\w).)*+\\w[-._]\\w.*+"));
            return plain && rare ? Optional.of("\"" + misspelt(written) + "\"") : Optional.empty();
        }
        if (value instanceof IntegerLiteralExpr || value instanceof LongLiteralExpr) {
            return number(value.toString());
        }
        return Optional.empty();
    }

    private static String misspelt(String text) {
        for (char separator : new char[] {'-', '.', '_'}) {
            int at = text.indexOf(separator);
            if (at > 0) {
                char by = separator == '-' ? '_' : '-';
                return text.substring(0, at) + by + text.substring(at + 1);
            }
        }
        return text.endsWith("s") ? text.substring(0, text.length() - 1) : text + "s";
    }

    private static Optional<String> number(String written) {
        if (!written.matches("(0x)?[0-9a-fA-F]{2,8}[lL]?")) {
            return Optional.empty();
        }
        boolean isLong = written.matches(".*[lL]");
        String digits = isLong ? written.substring(0, written.length() - 1) : written;
        int radix = digits.startsWith("0x") ? 16 : 10;
        long value = Long.parseLong(radix == 16 ? digits.substring(2) : digits, radix);
        String changed = radix == 16
                ? "0x" + digits.substring(2, digits.length() - 1) + Character.forDigit((int) ((value & 15) ^ 1), radix)
                : String.valueOf(value % 2 == 0 ? value / 2 : value - 1);
        return Optional.of(changed + (isLong ? written.substring(written.length() - 1) : ""));
    }

    /** Where a text constant is written as a literal in a file that has to do with this one. */
    private static Optional<Place> quoted(JavaFile file, Project project, StringLiteralExpr text) {
        String word = text.getValue().split("[^A-Za-z0-9_]", -1)[0];
        List<Place> places = project.mentioning(word).stream()
                .filter(path -> !path.equals(file.path()))
                .filter(path -> project.text(path).contains("\"" + text.getValue() + "\""))
                .limit(MAX_FILES)
                .filter(path -> isNear(file, project, path))
                .flatMap(path -> project.file(path).stream())
                .flatMap(other -> other.unit().findAll(StringLiteralExpr.class).stream()
                        .filter(one -> one.getValue().equals(text.getValue()))
                        .map(other::place))
                .toList();
        return places.stream().findFirst();
    }

    /** Where a constant of the same name has the same value in another file. */
    private static Optional<Place> declaredAgain(JavaFile file, Project project, String name, Expression value) {
        return project.mentioning(name).stream()
                .filter(path -> !path.equals(file.path()))
                .limit(MAX_FILES)
                .filter(path -> project.text(path).contains(name + " = " + value) && isNear(file, project, path))
                .flatMap(path -> project.file(path).stream())
                .flatMap(other -> other.unit().findAll(VariableDeclarator.class).stream()
                        .filter(one -> one.getNameAsString().equals(name)
                                && one.getInitializer().filter(value::equals).isPresent()
                                && one.getParentNode()
                                        .filter(FieldDeclaration.class::isInstance)
                                        .isPresent())
                        .map(other::place))
                .findFirst();
    }

    /** Of the same package, or one that mentions this file's type. */
    private static boolean isNear(JavaFile file, Project project, String path) {
        String folder = file.path().substring(0, file.path().lastIndexOf('/'));
        return path.contains(folder.substring(folder.indexOf("/java/") + 1) + "/")
                || project.mentioning(simpleName(file.path())).contains(path);
    }

    private static String simpleName(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.length() - ".java".length());
    }
}
