package io.github.headroom4j.eval.workload.codereview.reviewer;

import io.github.headroom4j.eval.workload.codereview.change.DefectCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Arguments in another order than the declaration's. Stateless. */
final class ArgumentChecks {

    private ArgumentChecks() {}

    static List<Finding> swapped(ReviewView view) {
        List<Finding> findings = new ArrayList<>();
        Spot.in(view).forEach(spot -> {
            List<Token> after = spot.change().addedTokens();
            List<Calls.Call> before = Calls.in(spot.change().removedTokens());
            for (Calls.Call call : Calls.in(after)) {
                if (swappedBefore(call, before) || againstDeclaration(spot, call)) {
                    findings.add(spot.finding(
                            DefectCategory.SWAPPED_ARGUMENTS, spot.change().lineOf(after, call.at())));
                }
            }
        });
        return findings;
    }

    /** The same call with two arguments in each other's place. */
    private static boolean swappedBefore(Calls.Call call, List<Calls.Call> before) {
        return before.stream()
                .filter(one -> one.name().equals(call.name())
                        && one.receiver().equals(call.receiver())
                        && one.arguments().size() == call.arguments().size())
                .anyMatch(one -> areSwapped(one.arguments(), call.arguments()));
    }

    private static boolean areSwapped(List<List<Token>> one, List<List<Token>> other) {
        List<Integer> different = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            if (!one.get(i).equals(other.get(i))) {
                different.add(i);
            }
        }
        return different.size() == 2
                && one.get(different.get(0)).equals(other.get(different.get(1)))
                && one.get(different.get(1)).equals(other.get(different.get(0)));
    }

    /** Two arguments bear each other's parameter's name. */
    private static boolean againstDeclaration(Spot spot, Calls.Call call) {
        return declarations(spot, call.name())
                .filter(names -> names.size() == call.arguments().size())
                .anyMatch(names -> crossed(names, call.arguments()));
    }

    private static boolean crossed(List<String> names, List<List<Token>> arguments) {
        for (int i = 0; i < names.size(); i++) {
            for (int k = i + 1; k < names.size(); k++) {
                if (isNamed(arguments.get(i), names.get(k)) && isNamed(arguments.get(k), names.get(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isNamed(List<Token> argument, String parameter) {
        return argument.size() == 1
                && argument.get(0).isWord()
                && argument.get(0).text().toLowerCase(Locale.ROOT).equals(parameter.toLowerCase(Locale.ROOT));
    }

    private static Stream<List<String>> declarations(Spot spot, String name) {
        Stream<List<String>> inFiles = spot.view().files().stream()
                .flatMap(file -> file.methods().stream())
                .filter(method -> method.name().equals(name))
                .map(SeenMethod::parameterNames);
        Stream<List<String>> found = spot.view().usages().stream()
                .filter(usage -> usage.text().contains(name))
                .flatMap(usage -> declared(usage.text(), name).stream());
        return Stream.concat(inFiles, found);
    }

    /** The parameters of a declaration in one line: each is a type and a name. */
    private static Optional<List<String>> declared(String line, String name) {
        return Calls.in(JavaTokens.of(line)).stream()
                .filter(call -> call.name().equals(name) && call.receiver().isEmpty())
                .filter(call -> call.arguments().stream().allMatch(one -> one.size() > 1 && isType(one)))
                .map(call -> call.arguments().stream()
                        .map(one -> one.get(one.size() - 1).text())
                        .toList())
                .findFirst();
    }

    private static boolean isType(List<Token> parameter) {
        Token last = parameter.get(parameter.size() - 1);
        Token before = parameter.get(parameter.size() - 2);
        return last.isWord() && (before.isWord() || before.is(">") || before.is("]") || before.is("..."));
    }
}
