package io.github.headroom4j.original;

/**
 * How many steps a regular expression may take at one place without looking at the text, which {@link BoundedText} cannot
 * count: {@code (|)(|)(|)} tries eight ways to match nothing, and {@code (?:){1000000}} does nothing a million times. An
 * upper bound, read off the expression in one pass; it may be far too high, never too low. Not thread-safe.
 */
final class UnreadSteps {

    /** Greater numbers do not matter any more, and are kept from overflowing. */
    static final long CAP = 1_000_000;

    /**
     * What a part may cost at one place.
     *
     * @param ways in how many ways it matches nothing
     * @param steps how many steps it takes over all of them
     * @param reach how many characters it takes at most
     */
    private record Cost(long ways, long steps, long reach) {

        private static final Cost NOTHING = new Cost(1, 0, 0);
        private static final Cost PLACE = new Cost(1, 1, 0);
        private static final Cost CHARACTER = new Cost(0, 1, 1);
        private static final Cost REFERENCE = new Cost(1, 1, CAP);

        private Cost then(Cost next) {
            return new Cost(times(ways, next.ways), plus(steps, times(ways, next.steps)), plus(reach, next.reach));
        }

        private Cost or(Cost other) {
            return new Cost(plus(ways, other.ways), plus(plus(steps, other.steps), 1), Math.max(reach, other.reach));
        }

        private Cost repeated(long min, long max) {
            Cost all = NOTHING;
            Cost power = this;
            for (long rest = min; rest > 0; rest /= 2) {
                all = rest % 2 == 1 ? all.then(power) : all;
                power = power.then(power);
            }
            Cost once = new Cost(plus(ways, 1), plus(steps, 1), 0);
            Cost more = max > min ? all.then(once) : all;
            return new Cost(more.ways, plus(more.steps, min > 0 && ways > 0 ? min : 1), times(reach, max));
        }

        private Cost looking(boolean behind) {
            return new Cost(1, behind ? times(plus(steps, 1), plus(reach, 1)) : plus(steps, 1), 0);
        }

        private static long plus(long a, long b) {
            return Math.min(CAP, a + b);
        }

        private static long times(long a, long b) {
            return Math.min(CAP, a * b);
        }
    }

    private final String expression;
    private int at;
    private boolean commented;

    private UnreadSteps(String expression) {
        this.expression = expression;
    }

    /**
     * The bound for an expression that the JDK accepts.
     *
     * @param expression a regular expression
     * @return at most {@link #CAP}, which stands for everything above it and for what is not understood
     */
    static long of(String expression) {
        UnreadSteps reader = new UnreadSteps(expression);
        Cost cost = reader.alternatives();
        boolean understood = reader.at == expression.length() && !reader.commented;
        return understood ? cost.steps : CAP;
    }

    private Cost alternatives() {
        Cost cost = sequence();
        while (isAt('|')) {
            at++;
            cost = cost.or(sequence());
        }
        return cost;
    }

    private Cost sequence() {
        Cost cost = Cost.NOTHING;
        while (at < expression.length() && !isAt('|') && !isAt(')')) {
            Cost part = quantified(part());
            cost = cost.then(part);
        }
        return cost;
    }

    private Cost quantified(Cost part) {
        Cost cost = part;
        while (at < expression.length() && "*+?{".indexOf(expression.charAt(at)) >= 0) {
            char sign = expression.charAt(at++);
            long min = sign == '+' ? 1 : sign == '{' ? number() : 0;
            long max = sign == '?' ? 1 : sign == '{' ? upTo(min) : CAP;
            // A second sign says how eager the first is; it does not repeat anything.
            at += isAt('?') || isAt('+') ? 1 : 0;
            cost = cost.repeated(min, max);
        }
        return cost;
    }

    private long upTo(long min) {
        long max = min;
        if (isAt(',')) {
            at++;
            max = isAt('}') ? CAP : number();
        }
        at++;
        return max;
    }

    private long number() {
        long number = 0;
        while (at < expression.length() && Character.isDigit(expression.charAt(at))) {
            number = Math.min(CAP, number * 10 + Character.digit(expression.charAt(at++), 10));
        }
        return number;
    }

    private Cost part() {
        char c = expression.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> {
                skipClass();
                yield Cost.CHARACTER;
            }
            case '\\' -> escaped();
            case '^', '$' -> Cost.PLACE;
            default -> Cost.CHARACTER;
        };
    }

    private Cost group() {
        boolean special = isAt('?');
        String opening = special ? opening() : "";
        if (special && isAt(')')) {
            at++;
            return Cost.PLACE;
        }
        Cost inside = alternatives();
        at++;
        boolean looking = opening.matches("[=!]|<[=!]");
        Cost cost = looking ? inside.looking(opening.startsWith("<")) : inside;
        return Cost.PLACE.then(cost);
    }

    /** What stands after the question mark, up to where the group's own expression, or its end, begins. */
    private String opening() {
        int start = ++at;
        char c = charAt(at);
        if (c == '=' || c == '!' || c == '>' || c == ':') {
            at++;
        } else if (c == '<') {
            char next = charAt(at + 1);
            at = next == '=' || next == '!' ? at + 2 : after('>');
        } else {
            while (at < expression.length() && !isAt(':') && !isAt(')')) {
                commented |= isAt('x');
                at++;
            }
            at += isAt(':') ? 1 : 0;
        }
        return expression.substring(start, Math.min(at, expression.length()));
    }

    private Cost escaped() {
        char c = charAt(at++);
        return switch (c) {
            case 'Q' -> quoted();
            case 'b', 'B', 'A', 'z', 'Z', 'G', 'E' -> {
                at = expression.startsWith("{g}", at) ? at + 3 : at;
                yield Cost.PLACE;
            }
            case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> Cost.REFERENCE;
            case 'k' -> {
                at = after('>');
                yield Cost.REFERENCE;
            }
            case 'p', 'P', 'x', 'N' -> {
                at = isAt('{') ? after('}') : at;
                yield Cost.CHARACTER;
            }
            case 'R', 'X' -> new Cost(0, 1, CAP);
            case 'c' -> {
                at++;
                yield Cost.CHARACTER;
            }
            default -> Cost.CHARACTER;
        };
    }

    /** A quantifier after a quotation repeats its last character; a quotation of nothing is a place. */
    private Cost quoted() {
        int end = expression.indexOf("\\E", at);
        int length = (end < 0 ? expression.length() : end) - at;
        at = end < 0 ? expression.length() : end + 2;
        return length == 0 ? Cost.PLACE : new Cost(0, 1, length);
    }

    private void skipClass() {
        at += isAt('^') ? 1 : 0;
        at += isAt(']') ? 1 : 0;
        while (at < expression.length() && !isAt(']')) {
            char c = expression.charAt(at++);
            if (c == '[') {
                skipClass();
            } else if (c == '\\') {
                at = isAt('Q') ? Math.max(at, expression.indexOf("\\E", at)) : at;
                at++;
            }
        }
        at++;
    }

    private int after(char closing) {
        int end = expression.indexOf(closing, at);
        return end < 0 ? expression.length() : end + 1;
    }

    private boolean isAt(char c) {
        return at < expression.length() && expression.charAt(at) == c;
    }

    private char charAt(int index) {
        return index < expression.length() ? expression.charAt(index) : '\0';
    }
}
