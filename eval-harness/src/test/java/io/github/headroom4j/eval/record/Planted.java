package io.github.headroom4j.eval.record;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Secrets that were never any: made of random signs in the shapes of real ones. */
final class Planted {

    private static final String ALNUM = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String HEX = "0123456789abcdef";

    /**
     * A text that holds a secret.
     *
     * @param text what a log or a tool would show
     * @param secret what must not be left of it
     * @param kind what it is
     */
    record Plant(String text, String secret, SecretKind kind) {}

    private Planted() {}

    /** One of each shape. */
    static List<Plant> all(Random random) {
        String password = "p" + signs(random, ALNUM, 9);
        String basic = Base64.getEncoder().encodeToString(("me:" + password).getBytes(StandardCharsets.UTF_8));
        String opaque = signs(random, ALNUM, 32);
        String pem = "-----BEGIN RSA PRIVATE " + "KEY-----\n" + lines(random) + "\n-----END RSA PRIVATE " + "KEY-----";
        String jwt = "eyJ" + signs(random, ALNUM, 30) + "." + signs(random, ALNUM, 60) + "." + signs(random, ALNUM, 43);
        return List.of(
                token("sk-" + signs(random, ALNUM, 48)),
                token("sk-ant-api03-" + signs(random, ALNUM, 60)),
                token("AKIA" + signs(random, UPPER, 16)),
                token("ghp_" + signs(random, ALNUM, 36)),
                token("github_pat_" + signs(random, ALNUM, 60)),
                token("glpat-" + signs(random, ALNUM, 20)),
                token("xoxb-" + signs(random, "0123456789", 12) + "-" + signs(random, ALNUM, 24)),
                token("AIza" + signs(random, ALNUM, 35)),
                token("sk_live_" + signs(random, ALNUM, 24)),
                token("hf_" + signs(random, ALNUM, 34)),
                token("npm_" + signs(random, ALNUM, 36)),
                token("dapi" + signs(random, HEX, 32)),
                new Plant(pem, pem.split("\n", -1)[1], SecretKind.PRIVATE_KEY),
                new Plant(jwt, jwt, SecretKind.JWT),
                new Plant("Authorization: Bearer " + opaque, opaque, SecretKind.AUTHORIZATION),
                new Plant("authorization: Basic " + basic, basic, SecretKind.AUTHORIZATION),
                new Plant("curl -H 'X-Api-Key: " + opaque + "'", opaque, SecretKind.NAMED),
                new Plant("spring.datasource.password=" + password, password, SecretKind.NAMED),
                new Plant("db_password: " + password, password, SecretKind.NAMED),
                new Plant("export DBPASSWORD='" + password + "'", password, SecretKind.NAMED),
                new Plant("{\"clientSecret\" : \"" + password + "\"}", password, SecretKind.NAMED),
                new Plant("aws_secret_access_key = " + opaque, opaque, SecretKind.NAMED),
                new Plant("mysql --password " + password, password, SecretKind.NAMED),
                new Plant("GET /in?user=me&access_token=" + opaque + "&x=1", opaque, SecretKind.NAMED),
                new Plant("jdbc:postgresql://me:" + password + "@db:5432/shop", password, SecretKind.URL_PASSWORD),
                new Plant("paid with " + card(random) + " today", "", SecretKind.CARD));
    }

    private static Plant token(String secret) {
        return new Plant(secret, secret, SecretKind.API_KEY);
    }

    /** A number with the first digit of an issuer and the right last one. */
    static String card(Random random) {
        String digits = "4" + signs(random, "0123456789", 14);
        for (int last = 0; last < 10; last++) {
            if (CardNumbers.isChecked(digits + last)) {
                return digits + last;
            }
        }
        throw new IllegalStateException("one of ten digits fits");
    }

    static String signs(Random random, String from, int count) {
        StringBuilder signs = new StringBuilder();
        for (int i = 0; i < count; i++) {
            signs.append(from.charAt(random.nextInt(from.length())));
        }
        return signs.toString();
    }

    private static String lines(Random random) {
        return signs(random, ALNUM, 64) + "\n" + signs(random, ALNUM, 64) + "\n" + signs(random, ALNUM, 30) + "==";
    }

    /** What a text looks like inside of other texts. */
    static List<UnaryOperator<String>> encodings() {
        return List.of(
                text -> text,
                Planted::inJson,
                text -> inJson("a\n" + text),
                text -> inJson(inJson(text)),
                text -> URLEncoder.encode(text, StandardCharsets.UTF_8),
                text -> "    " + text.replace("\n", "\r\n    ") + "\r\n");
    }

    private static String inJson(String text) {
        return "{\"out\":\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"}";
    }
}
