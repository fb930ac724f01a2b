package io.github.headroom4j.eval.workload.codereview.reviewer;

import io.github.headroom4j.eval.workload.codereview.change.DefectCategory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Members that belong together: equals and hashCode, a method and the one it overrides, a copy and all fields. Stateless. */
final class MemberChecks {

    private static final String COPYING = "(?:copy|clone|reset|clear|recycle|build|init|from|merge|with|of|restore)";

    private static final Pattern COPIES = Pattern.compile("(?i)(?:(?!" + COPYING + ").)*+" + COPYING + ".*+");

    private MemberChecks() {}

    static List<Finding> equalsHashCode(ReviewView view) {
        List<Finding> findings = new ArrayList<>();
        Spot.in(view)
                .forEach(spot -> spot.method().ifPresent(method -> {
                    String twin = method.name().equals("equals")
                            ? "hashCode"
                            : method.name().equals("hashCode") ? "equals" : "";
                    if (twin.isEmpty()) {
                        return;
                    }
                    Set<String> fields = spot.view().fields(spot.path());
                    Set<String> gone = words(spot.change().removedTokens());
                    gone.retainAll(fields);
                    gone.removeAll(words(method.body()));
                    boolean counted = spot.view().methods(spot.path()).stream()
                            .filter(other -> other.name().equals(twin))
                            .anyMatch(other -> gone.stream().anyMatch(other::uses));
                    if (counted) {
                        findings.add(spot.finding(DefectCategory.EQUALS_HASH_CODE));
                    }
                }));
        return findings;
    }

    static List<Finding> lostOverride(ReviewView view) {
        List<Finding> findings = new ArrayList<>();
        Spot.in(view).forEach(spot -> {
            List<Token> before = spot.change().removedTokens();
            List<Token> after = spot.change().addedTokens();
            boolean gone = overrides(before) > overrides(after);
            Optional<String> was = declared(before);
            Optional<String> is = declared(after);
            boolean renamed =
                    was.isPresent() && is.isPresent() && !signature(before).equals(signature(after));
            boolean elsewhere =
                    was.filter(name -> declaredElsewhere(spot, name)).isPresent();
            boolean overridden = overrides(context(spot)) > 0;
            if ((gone && !spot.isRemoval() && is.isPresent() && renamed)
                    || (renamed && elsewhere && (gone || overridden))) {
                findings.add(spot.finding(DefectCategory.LOST_OVERRIDE, lineOfDeclaration(spot)));
            }
        });
        return findings;
    }

    private static List<Token> context(Spot spot) {
        List<String> above = spot.now().stream()
                .filter(line -> line.number() < spot.change().number()
                        && line.number() >= spot.change().number() - 3)
                .map(DiffLine::text)
                .toList();
        return JavaTokens.of(above);
    }

    private static int lineOfDeclaration(Spot spot) {
        return spot.change().added().stream()
                .filter(line -> line.text().contains("("))
                .findFirst()
                .map(DiffLine::number)
                .orElse(spot.change().number());
    }

    private static long overrides(List<Token> tokens) {
        return tokens.stream().filter(token -> token.is("Override")).count();
    }

    /** The name of the method whose declaration begins in a line: two words and a parenthesis, and no value before. */
    private static Optional<String> declared(List<Token> tokens) {
        for (int i = 1; i + 1 < tokens.size(); i++) {
            boolean named = tokens.get(i).isWord() && tokens.get(i + 1).is("(") && isTypeEnd(tokens.get(i - 1));
            if (named) {
                return SeenMethod.has(tokens.subList(0, i), "=") || SeenMethod.has(tokens.subList(0, i), "(")
                        ? Optional.empty()
                        : Optional.of(tokens.get(i).text());
            }
        }
        return Optional.empty();
    }

    private static boolean isTypeEnd(Token token) {
        return (token.isWord()
                        && !Set.of("new", "return", "throw", "else", "assert").contains(token.text()))
                || token.is(">")
                || token.is("]");
    }

    /** Name and types of parameters. */
    private static String signature(List<Token> tokens) {
        for (Calls.Call call : Calls.in(tokens)) {
            List<String> types = call.arguments().stream()
                    .map(one -> Edit.text(one.subList(0, Math.max(0, one.size() - 1)))
                            .replace("final ", ""))
                    .toList();
            return call.name() + types;
        }
        return "";
    }

    private static boolean declaredElsewhere(Spot spot, String name) {
        return spot.view().usages().stream()
                .filter(usage -> !usage.path().equals(spot.path()))
                .anyMatch(usage -> declared(JavaTokens.of(usage.text()))
                        .filter(name::equals)
                        .isPresent());
    }

    static List<Finding> forgotten(ReviewView view) {
        List<Finding> findings = new ArrayList<>();
        Spot.in(view).forEach(spot -> {
            Set<String> fields = spot.view().fields(spot.path());
            for (DiffLine line : spot.change().removed()) {
                String field = assigned(JavaTokens.of(line.text()));
                boolean still = spot.change().added().stream()
                        .anyMatch(now -> assigned(JavaTokens.of(now.text())).equals(field));
                boolean known = fields.contains(field) && !still;
                boolean copies = spot.method()
                        .filter(method -> copiesOthers(method, fields, field))
                        .isPresent();
                if (known && copies) {
                    findings.add(spot.finding(DefectCategory.FORGOTTEN_FIELD));
                }
            }
        });
        return findings;
    }

    /** The field that a statement sets: {@code this.x = …;}, {@code copy.x = …;}, {@code x = …;}, {@code .x(…)}. */
    private static String assigned(List<Token> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isWord()
                    && tokens.get(i + 1).is("=")
                    && (i == 0 || tokens.get(i - 1).is("."))) {
                return tokens.get(i).text();
            }
        }
        for (Calls.Call call : Calls.in(tokens)) {
            String name = call.name();
            if (name.startsWith("set") && name.length() > 3) {
                return Character.toLowerCase(name.charAt(3)) + name.substring(4);
            }
            if (tokens.get(0).is(".")) {
                return name;
            }
        }
        return "";
    }

    /** Whether a method by its name or by what else it does sets fields, and no longer sets this one. */
    private static boolean copiesOthers(SeenMethod method, Set<String> fields, String field) {
        Set<String> set = new LinkedHashSet<>();
        for (int i = 0; i + 1 < method.body().size(); i++) {
            if (method.body().get(i + 1).is("=")
                    && fields.contains(method.body().get(i).text())) {
                set.add(method.body().get(i).text());
            }
        }
        boolean copies = COPIES.matcher(method.name()).matches() || set.size() > 1;
        return copies && !set.isEmpty() && !set.contains(field);
    }

    private static Set<String> words(List<Token> tokens) {
        Set<String> words = new LinkedHashSet<>();
        tokens.stream().filter(Token::isWord).map(Token::text).forEach(words::add);
        return words;
    }
}
