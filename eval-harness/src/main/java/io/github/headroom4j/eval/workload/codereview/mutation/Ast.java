package io.github.headroom4j.eval.workload.codereview.mutation;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Small questions about syntax trees. */
final class Ast {

    /** Types whose values are compared by {@code equals}, never by identity. */
    private static final Set<String> VALUE_TYPES = Set.of(
            "String",
            "Integer",
            "Long",
            "Double",
            "Float",
            "Short",
            "Byte",
            "Character",
            "BigDecimal",
            "BigInteger",
            "Duration",
            "Instant",
            "URI",
            "UUID",
            "Date",
            "File",
            "Path",
            "Optional",
            "List",
            "Map",
            "Set",
            "Locale");

    private Ast() {}

    /** Whether two nodes of one file are the same one; equal nodes may stand in two places. */
    static boolean isSame(Node one, Node other) {
        return one.getRange().equals(other.getRange());
    }

    /** The nearest node around a node that is of a class. */
    static <T extends Node> Optional<T> ancestor(Node node, Class<T> type) {
        Optional<Node> parent = node.getParentNode();
        while (parent.isPresent() && !type.isInstance(parent.get())) {
            parent = parent.get().getParentNode();
        }
        return parent.map(type::cast);
    }

    static Optional<CallableDeclaration<?>> callableAround(Node node) {
        return ancestor(node, CallableDeclaration.class).map(callable -> (CallableDeclaration<?>) callable);
    }

    static Optional<BlockStmt> body(CallableDeclaration<?> callable) {
        if (callable instanceof MethodDeclaration method) {
            return method.getBody();
        }
        return callable instanceof ConstructorDeclaration constructor
                ? Optional.of(constructor.getBody())
                : Optional.empty();
    }

    /** The call that a statement consists of. */
    static Optional<MethodCallExpr> call(Statement statement) {
        return statement instanceof ExpressionStmt expression
                        && expression.getExpression() instanceof MethodCallExpr call
                ? Optional.of(call)
                : Optional.empty();
    }

    /** The receiver of a call as it prints, without "this."; empty text if there is none. */
    static String receiver(MethodCallExpr call) {
        return call.getScope().map(scope -> withoutThis(scope.toString())).orElse("");
    }

    static String withoutThis(String text) {
        return text.startsWith("this.") ? text.substring("this.".length()) : text;
    }

    /** A variable or a field of this object. */
    static Optional<String> variable(Expression expression) {
        if (expression instanceof NameExpr name) {
            return Optional.of(name.getNameAsString());
        }
        return expression instanceof FieldAccessExpr access && access.getScope() instanceof ThisExpr
                ? Optional.of(access.getNameAsString())
                : Optional.empty();
    }

    static boolean isNullTest(Expression expression, BinaryExpr.Operator operator, String name) {
        return expression instanceof BinaryExpr test
                && test.getOperator() == operator
                && ((test.getLeft() instanceof NullLiteralExpr && isVariable(test.getRight(), name))
                        || (test.getRight() instanceof NullLiteralExpr && isVariable(test.getLeft(), name)));
    }

    /** The variable that is compared with null. */
    static Optional<String> testedForNull(Expression expression, BinaryExpr.Operator operator) {
        if (expression instanceof BinaryExpr test && test.getOperator() == operator) {
            if (test.getRight() instanceof NullLiteralExpr && test.getLeft() instanceof NameExpr name) {
                return Optional.of(name.getNameAsString());
            }
            if (test.getLeft() instanceof NullLiteralExpr && test.getRight() instanceof NameExpr name) {
                return Optional.of(name.getNameAsString());
            }
        }
        return Optional.empty();
    }

    static boolean isVariable(Expression expression, String name) {
        return variable(expression).filter(name::equals).isPresent();
    }

    /** Whether null in the variable makes a node fail: it calls a method of it, reads its field or its element. */
    static boolean dereferences(Node node, String name) {
        return node.findFirst(Expression.class, expression -> dereferenced(expression, name))
                .isPresent();
    }

    private static boolean dereferenced(Expression expression, String name) {
        if (expression instanceof MethodCallExpr call) {
            return call.getScope().filter(scope -> isNamed(scope, name)).isPresent();
        }
        return expression instanceof FieldAccessExpr access && isNamed(access.getScope(), name);
    }

    private static boolean isNamed(Expression expression, String name) {
        return expression instanceof NameExpr simple && simple.getNameAsString().equals(name);
    }

    static boolean mentions(Node node, String name) {
        return node.findFirst(NameExpr.class, found -> found.getNameAsString().equals(name))
                        .isPresent()
                || node.findFirst(FieldAccessExpr.class, found -> isVariable(found, name))
                        .isPresent();
    }

    /** The only statement of a branch, unwrapped from its block. */
    static Optional<Statement> single(Statement branch) {
        if (branch instanceof BlockStmt block) {
            return block.getStatements().size() == 1 ? Optional.of(block.getStatement(0)) : Optional.empty();
        }
        return Optional.of(branch);
    }

    /** Fields of a type, without static ones. */
    static List<VariableDeclarator> fields(TypeDeclaration<?> type) {
        return type.getFields().stream()
                .filter(field -> !field.isStatic())
                .flatMap(field -> field.getVariables().stream())
                .toList();
    }

    static FieldDeclaration declaration(VariableDeclarator field) {
        return (FieldDeclaration) field.getParentNode().orElseThrow();
    }

    /** Whether a name is declared within the method, and hides a field. */
    static boolean isLocal(CallableDeclaration<?> callable, String name) {
        return callable.getParameters().stream()
                        .anyMatch(parameter -> parameter.getNameAsString().equals(name))
                || callable.findFirst(
                                VariableDeclarator.class,
                                local -> local.getNameAsString().equals(name))
                        .isPresent();
    }

    /** The declared type of a variable seen from inside of a method: local, parameter or field of the type around it. */
    static Optional<String> typeOf(Expression expression) {
        if (expression instanceof StringLiteralExpr) {
            return Optional.of("String");
        }
        Optional<String> name = variable(expression);
        Optional<CallableDeclaration<?>> callable = callableAround(expression);
        if (name.isEmpty() || callable.isEmpty()) {
            return Optional.empty();
        }
        return local(callable.get(), name.get()).or(() -> field(expression, name.get()));
    }

    private static Optional<String> local(CallableDeclaration<?> callable, String name) {
        List<String> types = Stream.concat(
                        callable
                                .findAll(
                                        Parameter.class,
                                        one -> one.getNameAsString().equals(name))
                                .stream()
                                .map(one -> name(one.getType())),
                        callable
                                .findAll(
                                        VariableDeclarator.class,
                                        one -> one.getNameAsString().equals(name))
                                .stream()
                                .map(one -> name(one.getType())))
                .distinct()
                .toList();
        return types.size() == 1 ? Optional.of(types.get(0)) : Optional.empty();
    }

    private static Optional<String> field(Node from, String name) {
        return ancestor(from, TypeDeclaration.class).stream()
                .flatMap(type -> ((TypeDeclaration<?>) type).getFields().stream())
                .flatMap(field -> field.getVariables().stream())
                .filter(variable -> variable.getNameAsString().equals(name))
                .map(one -> name(one.getType()))
                .findFirst();
    }

    /** Whether an expression makes something new or asks somebody to open it. */
    static boolean opens(Expression expression) {
        if (expression instanceof MethodCallExpr call) {
            return call.getNameAsString().matches("(open|new|create|accept|connect|build)\\w*");
        }
        return expression instanceof ObjectCreationExpr;
    }

    /** A type as written; the parser's own names of primitive types depend on the default locale. */
    static String name(Type type) {
        return type.isPrimitiveType()
                ? type.asPrimitiveType().getType().name().toLowerCase(Locale.ROOT)
                : type.asString();
    }

    static boolean isValueType(String type) {
        int generic = type.indexOf('<');
        return VALUE_TYPES.contains(generic < 0 ? type : type.substring(0, generic));
    }
}
