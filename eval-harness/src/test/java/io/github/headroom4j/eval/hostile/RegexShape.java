package io.github.headroom4j.eval.hostile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A regular expression taken apart as far as needed to write texts that it almost matches: what leads to each repetition,
 * and what is repeated there. Reads what the JDK accepts; what a text means that it makes up does not matter.
 */
final class RegexShape {

    /**
     * Where a matcher can be made to go round.
     *
     * @param lead what comes before, once
     * @param round what is repeated
     */
    record Bait(String lead, String round) {

        /** A text of about so many characters that ends in something else. */
        String text(int length, String end) {
            int rounds = Math.max(1, (length - lead.length()) / Math.max(1, round.length()));
            return lead + round.repeat(rounds) + end;
        }
    }

    private sealed interface Node {}

    private record Chars(String samples) implements Node {}

    private record Sequence(List<Node> parts) implements Node {}

    private record Choice(List<Node> branches) implements Node {}

    private record Repeat(Node part, int min, boolean often) implements Node {}

    /** Fewer repetitions than this cannot hurt by themselves. */
    private static final int OFTEN = 20;

    private static final int WALKS = 6;

    private final String expression;
    private final Set<Character> alphabet = new LinkedHashSet<>();
    private int at;

    private RegexShape(String expression) {
        this.expression = expression;
    }

    /** Baits for an expression, always the same ones. */
    static List<Bait> baits(String expression) {
        RegexShape shape = new RegexShape(expression);
        Node node = shape.choice();
        Set<Bait> baits = new LinkedHashSet<>();
        for (int walk = 0; walk < WALKS; walk++) {
            SplittableRandom random = new SplittableRandom(walk);
            shape.walk(node, "", random, baits);
            String whole = shape.sample(node, random);
            baits.add(new Bait("", whole));
            baits.add(new Bait("", whole.substring(0, Math.max(0, whole.length() - 1))));
        }
        for (char c : shape.alphabet) {
            baits.add(new Bait("", String.valueOf(c)));
            baits.add(new Bait("~", String.valueOf(c)));
        }
        return baits.stream().filter(bait -> !bait.round().isEmpty()).toList();
    }

    private void walk(Node node, String lead, SplittableRandom random, Set<Bait> baits) {
        if (node instanceof Sequence sequence) {
            StringBuilder before = new StringBuilder(lead);
            for (int i = 0; i < sequence.parts().size(); i++) {
                Node part = sequence.parts().get(i);
                walk(part, before.toString(), random, baits);
                if (part instanceof Repeat repeat
                        && repeat.often()
                        && i + 1 < sequence.parts().size()) {
                    String next = sample(sequence.parts().get(i + 1), random);
                    baits.add(new Bait(before.toString(), sample(repeat.part(), random) + next));
                }
                before.append(sample(part, random));
            }
        } else if (node instanceof Choice choice) {
            choice.branches().forEach(branch -> walk(branch, lead, random, baits));
        } else if (node instanceof Repeat repeat) {
            if (repeat.often()) {
                String once = sample(repeat.part(), random);
                baits.add(new Bait(lead, once));
                baits.add(new Bait(lead, once + sample(repeat.part(), random)));
                baits.add(new Bait("", lead + once));
                baits.add(new Bait("", lead));
            }
            walk(repeat.part(), lead, random, baits);
        }
    }

    private String sample(Node node, SplittableRandom random) {
        if (node instanceof Chars chars) {
            return chars.samples().isEmpty()
                    ? ""
                    : String.valueOf(chars.samples()
                            .charAt(random.nextInt(chars.samples().length())));
        }
        if (node instanceof Sequence sequence) {
            StringBuilder text = new StringBuilder();
            sequence.parts().forEach(part -> text.append(sample(part, random)));
            return text.toString();
        }
        if (node instanceof Choice choice) {
            return sample(choice.branches().get(random.nextInt(choice.branches().size())), random);
        }
        Repeat repeat = (Repeat) node;
        StringBuilder text = new StringBuilder();
        for (int i = Math.min(repeat.min(), OFTEN); i > 0; i--) {
            text.append(sample(repeat.part(), random));
        }
        return repeat.min() == 0 && random.nextBoolean() ? sample(repeat.part(), random) : text.toString();
    }

    private Node choice() {
        List<Node> branches = new ArrayList<>();
        branches.add(sequence());
        while (isAt('|')) {
            at++;
            branches.add(sequence());
        }
        return branches.size() == 1 ? branches.get(0) : new Choice(branches);
    }

    private Node sequence() {
        List<Node> parts = new ArrayList<>();
        while (at < expression.length() && !isAt('|') && !isAt(')')) {
            parts.add(repeated(part()));
        }
        return new Sequence(parts);
    }

    private Node repeated(Node part) {
        if (at == expression.length() || "*+?{".indexOf(expression.charAt(at)) < 0) {
            return part;
        }
        char sign = expression.charAt(at++);
        int min = sign == '+' ? 1 : 0;
        int max = sign == '?' ? 1 : Integer.MAX_VALUE;
        if (sign == '{') {
            int end = expression.indexOf('}', at);
            String[] bounds = expression.substring(at, end).split(",", -1);
            min = Integer.parseInt(bounds[0]);
            max = bounds.length == 1 ? min : bounds[1].isEmpty() ? max : Integer.parseInt(bounds[1]);
            at = end + 1;
        }
        at += isAt('?') || isAt('+') ? 1 : 0;
        return new Repeat(part, min, max >= OFTEN);
    }

    private Node part() {
        char c = expression.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> chars(classSamples());
            case '\\' -> escaped();
            case '^', '$' -> chars("");
            case '.' -> chars("x0");
            default -> chars(String.valueOf(c));
        };
    }

    private Node group() {
        boolean negative = false;
        if (isAt('?')) {
            negative = expression.startsWith("?!", at) || expression.startsWith("?<!", at);
            boolean named = expression.startsWith("?<", at) && "=!".indexOf(expression.charAt(at + 2)) < 0;
            while (named ? !isAt('>') : ":=!>)".indexOf(expression.charAt(at)) < 0) {
                at++;
            }
            if (isAt(')')) {
                at++;
                return chars("");
            }
            at++;
        }
        Node inside = choice();
        at++;
        return negative ? chars("") : inside;
    }

    private Node escaped() {
        char c = expression.charAt(at++);
        if (c == 'Q') {
            int end = expression.indexOf("\\E", at);
            int stop = end < 0 ? expression.length() : end;
            List<Node> literal = new ArrayList<>();
            expression.substring(at, stop).chars().forEach(one -> literal.add(chars(String.valueOf((char) one))));
            at = Math.min(expression.length(), stop + 2);
            return new Sequence(literal);
        }
        return chars(escapedSamples(c));
    }

    private String escapedSamples(char c) {
        return switch (c) {
            case 'd' -> "07";
            case 'w' -> "a_0";
            case 's', 'h' -> " \t";
            case 'S' -> "x.";
            case 'W', 'D' -> " -";
            case 'R', 'n', 'v' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case 'u' -> {
                at += 4;
                yield String.valueOf((char) Integer.parseInt(expression.substring(at - 4, at), 16));
            }
            case 'p', 'P' -> property(c == 'P');
            case 'b', 'B', 'A', 'z', 'Z', 'G' -> "";
            default -> Character.isDigit(c) ? "" : String.valueOf(c);
        };
    }

    private String property(boolean negated) {
        int end = isAt('{') ? expression.indexOf('}', at) : at;
        String name = expression.substring(at, end + 1);
        at = end + 1;
        return negated ? "-" : name.contains("N") || name.contains("Digit") ? "0" : name.contains("Lu") ? "A" : "ab";
    }

    private String classSamples() {
        boolean negated = isAt('^');
        at += negated ? 1 : 0;
        StringBuilder samples = new StringBuilder();
        int start = at;
        while (at == start || !isAt(']')) {
            char c = expression.charAt(at++);
            if (c == '[') {
                samples.append(classSamples());
            } else if (c == '\\') {
                samples.append(escapedSamples(expression.charAt(at++)));
            } else if (c != '-' || at == start + 1 || isAt(']')) {
                samples.append(c == '&' && isAt('&') ? "" : String.valueOf(c));
            }
        }
        at++;
        return negated ? others(samples.toString()) : samples.toString();
    }

    private static String others(String excluded) {
        StringBuilder others = new StringBuilder();
        for (char c : "x 0-.(/".toCharArray()) {
            others.append(excluded.indexOf(c) < 0 ? String.valueOf(c) : "");
        }
        return others.toString();
    }

    private Chars chars(String samples) {
        samples.chars().forEach(c -> alphabet.add((char) c));
        return new Chars(samples);
    }

    private boolean isAt(char c) {
        return at < expression.length() && expression.charAt(at) == c;
    }
}
