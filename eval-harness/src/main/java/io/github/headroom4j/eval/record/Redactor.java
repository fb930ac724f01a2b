package io.github.headroom4j.eval.record;

import io.github.headroom4j.eval.dataset.Sha256;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes secrets out of texts: private keys, API keys of known shapes, JSON web tokens, authorization headers, values whose names
 * say that they are secret, passwords in URLs, card numbers and, if wanted, e-mail addresses. Equal secrets get equal placeholders,
 * {@code «secret-1»} and so on in the order in which they are met, so that a session still tells which are the same. What was redacted
 * stays as it is when it is redacted again. What was found once is taken out wherever it stands from then on, also where
 * nothing tells that it is secret; whoever redacts several texts that belong together redacts all of them once to learn, and then again.
 *
 * <p>Finds what has a known shape or a telling name. A password that stands without either everywhere is not found: read what you
 * publish. Keeps up to 1,000 secrets in memory, and hashes of all. Thread-safe; linear in the text, per known secret.
 */
public final class Redactor {

    /** Secrets that are looked for wherever they stand: 1,000, since each costs a search through the text. */
    private static final int MAX_KNOWN = 1_000;

    /** Characters; a shorter one stands anywhere by chance. */
    private static final int MIN_KNOWN = 8;

    private final Secrets secrets;
    private final Map<String, String> known = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<SecretKind, Integer> counts = new EnumMap<>(SecretKind.class);

    private Redactor(boolean emails) {
        secrets = new Secrets(emails);
    }

    /**
     * A redactor that leaves e-mail addresses.
     *
     * @return a new redactor that has met nothing
     */
    public static Redactor create() {
        return new Redactor(false);
    }

    /**
     * A redactor that takes out e-mail addresses, too.
     *
     * @return a new redactor that has met nothing
     */
    public static Redactor withEmails() {
        return new Redactor(true);
    }

    /**
     * Takes the secrets out of a text.
     *
     * @param text any text
     * @return the text with placeholders, the same object if nothing was found
     */
    public synchronized String redact(String text) {
        List<Finding> found = secrets.in(text);
        String redacted = found.isEmpty() ? text : replaced(text, found);
        for (Map.Entry<String, String> one : known.entrySet()) {
            redacted = redacted.contains(one.getKey()) ? redacted.replace(one.getKey(), one.getValue()) : redacted;
        }
        return redacted;
    }

    private String replaced(String text, List<Finding> found) {
        StringBuilder redacted = new StringBuilder(text.length());
        int end = 0;
        for (Finding one : found) {
            String secret = text.substring(one.start(), one.end());
            redacted.append(text.substring(end, one.start()))
                    .append(one.quote())
                    .append(placeholder(one.kind(), secret))
                    .append(one.quote());
            end = one.end();
        }
        return redacted.append(text.substring(end)).toString();
    }

    private String placeholder(SecretKind kind, String secret) {
        String hash = Sha256.of(secret);
        Integer number = numbers.get(hash);
        if (number == null) {
            number = numbers.size() + 1;
            numbers.put(hash, number);
            counts.merge(kind, 1, Integer::sum);
        }
        String placeholder = Secrets.PLACEHOLDER + number + "»";
        if (isTelling(secret) && known.size() < MAX_KNOWN) {
            known.put(secret, placeholder);
        }
        return placeholder;
    }

    /** No word that a text may hold for other reasons. */
    private static boolean isTelling(String secret) {
        boolean mixed =
                secret.chars().anyMatch(Character::isLetter) && secret.chars().anyMatch(c -> !Character.isLetter(c));
        return secret.length() >= MIN_KNOWN && mixed && secret.indexOf('«') < 0;
    }

    /**
     * What in a text still looks like a secret.
     *
     * @param text any text
     * @return where, in order; empty for what this redactor has returned
     */
    public List<Finding> find(String text) {
        return secrets.in(text);
    }

    /**
     * How many different secrets were met so far.
     *
     * @return by kind, in the order of the labels; kinds that were not met are absent
     */
    public synchronized Map<String, Integer> counts() {
        Map<String, Integer> byLabel = new TreeMap<>();
        counts.forEach((kind, count) -> byLabel.put(kind.label(), count));
        return byLabel;
    }
}
