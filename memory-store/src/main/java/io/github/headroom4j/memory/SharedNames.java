package io.github.headroom4j.memory;

/** What keys and agents may be called, since both stand in lines that models read. Stateless. */
final class SharedNames {

    private SharedNames() {}

    static String require(String what, String name) {
        int length = name.length();
        if (name.isBlank()
                || length > SharedContext.MAX_NAME_CHARS
                || name.chars().anyMatch(Character::isISOControl)) {
            String shown = length > SharedContext.MAX_NAME_CHARS
                    ? name.substring(0, SharedContext.MAX_NAME_CHARS) + "… of " + length + " characters"
                    : name;
            throw new IllegalArgumentException(what + " must be one line of 1 to " + SharedContext.MAX_NAME_CHARS
                    + " characters, not blank, but was '" + shown + "'");
        }
        return name;
    }
}
