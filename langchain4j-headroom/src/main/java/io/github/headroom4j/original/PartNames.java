package io.github.headroom4j.original;

import io.github.headroom4j.original.NamedParts.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Looks parts up by a name as models write it: whole or only its end, with any joint, with or without parentheses. */
final class PartNames {

    /** So many names that are like the one that was asked for help to correct it. */
    private static final int MAX_NEAR = 8;

    private final List<Part> parts;

    PartNames(List<Part> parts) {
        this.parts = parts;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** A name to show how to ask. */
    String example() {
        return parts.stream()
                .map(Part::name)
                .filter(name -> name.indexOf('#') > 0)
                .findFirst()
                .orElse(parts.get(0).name());
    }

    /** All parts of a name, for instance overloads; if none bears it, those whose name ends with it; case matters first. */
    List<Part> find(String asked) {
        String wanted = canonical(asked);
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<Part> found = new ArrayList<>();
        for (int rule = 0; rule < 4 && found.isEmpty(); rule++) {
            for (Part part : parts) {
                if (matches(canonical(part.name()), wanted, rule)) {
                    found.add(part);
                }
            }
        }
        return found;
    }

    private static boolean matches(String name, String wanted, int rule) {
        return switch (rule) {
            case 0 -> name.equals(wanted);
            case 1 -> name.endsWith("." + wanted);
            case 2 -> name.equalsIgnoreCase(wanted);
            // A package before the name, or a file's name, is more than this text knows.
            default -> wanted.endsWith("." + name) && name.indexOf('.') >= 0;
        };
    }

    /** The miss as an error that says what there is. */
    InvalidSelectorException missing(String asked) {
        Set<String> near = new LinkedHashSet<>();
        String last = last(canonical(asked)).toLowerCase(Locale.ROOT);
        parts.stream()
                .filter(part -> distance(part, last) < Integer.MAX_VALUE)
                .sorted(Comparator.comparingInt(part -> distance(part, last)))
                .map(Part::name)
                .forEach(near::add);
        parts.stream().map(Part::name).forEach(near::add);
        return new InvalidSelectorException("path must name what this text declares, but it has no '"
                + InvalidSelectorException.shown(asked) + "'; it has "
                + String.join(", ", near.stream().limit(MAX_NEAR).toList())
                + (near.size() > MAX_NEAR ? " and " + (near.size() - MAX_NEAR) + " more" : ""));
    }

    /** Names that share a beginning, or of which one is within the other, are near; the less is left over, the nearer. */
    private static int distance(Part part, String asked) {
        String name = last(canonical(part.name())).toLowerCase(Locale.ROOT);
        int common = 0;
        while (common < Math.min(name.length(), asked.length()) && name.charAt(common) == asked.charAt(common)) {
            common++;
        }
        boolean within = !asked.isEmpty() && (name.contains(asked) || asked.contains(name));
        return common >= 3 || within ? name.length() + asked.length() - 2 * common : Integer.MAX_VALUE;
    }

    private static String last(String canonical) {
        return canonical.substring(canonical.lastIndexOf('.') + 1);
    }

    /** Points between names, without parameters. */
    private static String canonical(String name) {
        int paren = name.indexOf('(');
        String bare = (paren < 0 ? name : name.substring(0, paren)).strip();
        String dotted =
                bare.replace("::", ".").replace('#', '.').replace('/', '.').replace('$', '.');
        int start = 0;
        while (start < dotted.length() && dotted.charAt(start) == '.') {
            start++;
        }
        return dotted.substring(start);
    }
}
