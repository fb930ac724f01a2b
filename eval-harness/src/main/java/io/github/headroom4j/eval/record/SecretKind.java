package io.github.headroom4j.eval.record;

/** What kinds of secrets are looked for. */
public enum SecretKind {
    /** A private key in PEM, whole or cut off. */
    PRIVATE_KEY("private key"),

    /** A key of a provider that is known by its shape. */
    API_KEY("API key"),

    /** A JSON web token, signed or encrypted. */
    JWT("JSON web token"),

    /** What stands behind {@code Bearer} or {@code Basic}. */
    AUTHORIZATION("authorization"),

    /** The value of a field, property or parameter whose name says that it is secret. */
    NAMED("named secret"),

    /** The password in a URL. */
    URL_PASSWORD("password in a URL"),

    /** The number of a payment card, by issuer, length and check digit. */
    CARD("card number"),

    /** An e-mail address; only where that is asked for. */
    EMAIL("e-mail address");

    private final String label;

    SecretKind(String label) {
        this.label = label;
    }

    /**
     * As reports print it.
     *
     * @return lower-case words
     */
    public String label() {
        return label;
    }
}
