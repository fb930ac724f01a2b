package io.github.headroom4j.eval.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    private static final List<String> PROSE = List.of(
            "Started in 3 s.",
            "{\"a\": [1, 2]}",
            "ERROR x: no such file /etc/x",
            "the cat",
            "key=",
            "\"",
            "\n",
            "=",
            ": ",
            "https://example.org/a?b=c",
            "«secret-9»",
            "\\",
            "end");

    @Property(tries = 1500, seed = "21")
    void no_planted_secret_should_survive_in_any_place_and_encoding(@ForAll Random random) {
        List<Planted.Plant> plants = Planted.all(random);
        Planted.Plant plant = plants.get(random.nextInt(plants.size()));
        var encodings = Planted.encodings();
        String planted = encodings.get(random.nextInt(encodings.size())).apply(plant.text());
        String text = prose(random) + " " + planted + " " + prose(random);
        Redactor redactor = Redactor.create();

        String redacted = redactor.redact(text);

        String secret = plant.secret().isEmpty() ? plant.text().replaceAll("\\D", "") : plant.secret();
        assertThat(redacted).doesNotContain(secret).contains("«secret-");
        assertThat(redactor.find(redacted)).isEmpty();
        assertThat(redactor.redact(redacted)).isEqualTo(redacted);
    }

    @Property(tries = 300, seed = "22")
    void a_token_that_is_broken_over_lines_should_not_survive(@ForAll Random random) {
        List<Planted.Plant> plants = Planted.all(random).stream()
                .filter(plant -> plant.kind() == SecretKind.API_KEY || plant.kind() == SecretKind.JWT)
                .toList();
        String secret = plants.get(random.nextInt(plants.size())).secret();
        int at = 6 + random.nextInt(secret.length() - 7);
        String text = "Token:\n  " + secret.substring(0, at) + "\n  " + secret.substring(at) + "\nDone.";

        String redacted = Redactor.create().redact(text);

        assertThat(redacted.replaceAll("\\s", "")).doesNotContain(secret);
        assertThat(redacted).contains("«secret-1»").startsWith("Token:\n  ");
    }

    @Property(tries = 1000, seed = "23")
    void any_text_should_be_redacted_once_and_for_all(@ForAll String text) {
        Redactor redactor = Redactor.withEmails();

        String redacted = redactor.redact(text);

        assertThat(redactor.redact(redacted)).isEqualTo(redacted);
    }

    @Test
    void equal_secrets_should_stay_equal() {
        Redactor redactor = Redactor.create();

        String redacted = redactor.redact("password=abc and {\"password\": \"abc\"} but pwd: xyz");

        assertThat(redacted).isEqualTo("password=«secret-1» and {\"password\": \"«secret-1»\"} but pwd: «secret-2»");
        assertThat(redactor.redact("passwd=xyz")).isEqualTo("passwd=«secret-2»");
        assertThat(redactor.counts()).containsOnlyKeys("named secret").containsEntry("named secret", 2);
    }

    @Test
    void what_was_found_once_should_be_taken_out_where_nothing_tells_that_it_is_secret() {
        Redactor redactor = Redactor.create();

        redactor.redact("password=swordfish-7");

        assertThat(redactor.redact("I tried swordfish-7 and it works")).isEqualTo("I tried «secret-1» and it works");
    }

    @Test
    void json_should_stay_json() {
        Redactor redactor = Redactor.create();

        assertThat(redactor.redact("{\"pin_password\":12345678,\"a\":1}"))
                .isEqualTo("{\"pin_password\":\"«secret-1»\",\"a\":1}");
        assertThat(redactor.redact("{\"password\":\"a\\\"b\\\\\",\"c\":\"d\"}"))
                .isEqualTo("{\"password\":\"«secret-2»\",\"c\":\"d\"}");
        assertThat(redactor.redact("{\\\"password\\\":\\\"a\\\\\\\"b\\\",\\\"c\\\":1}"))
                .isEqualTo("{\\\"password\\\":\\\"«secret-3»\\\",\\\"c\\\":1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The basic settings and bearer tokens are described in the manual.",
                "Basic Economy: $51, basic economy-class",
                "max_tokens: 4096, total tokens 512",
                "password: ${DB_PASSWORD}",
                "password=null",
                "\"password\": \"\"",
                "BLOCK* blk_4111111111111111 of 4111111111111112 bytes",
                "commit 0b5a1c7d9e0f4b6a8c2d3e4f5a6b7c8d9e0f1a2b",
                "2031-04-02 08:00:18 ERROR ring.Member: relay r4 left",
                "syntax error, unexpected token: foo",
                "https://example.org:8080/a@b",
                "compass: north, passenger: Ann, secretary = Eve",
                "me@example.org"
            })
    void should_leave_what_only_looks_alike(String text) {
        assertThat(Redactor.create().redact(text)).isEqualTo(text);
    }

    @Test
    void should_take_out_addresses_only_if_asked() {
        String text = "From: ann.b+c@mail.example.org, to bob%40example.org";

        assertThat(Redactor.withEmails().redact(text)).isEqualTo("From: «secret-1», to «secret-2»");
    }

    @Test
    void should_take_a_key_that_was_cut_off_to_the_end() {
        String text = "a\n-----BEGIN OPENSSH PRIVATE " + "KEY-----\nb3BlbnNzaC1rZXk\nnever ends";

        assertThat(Redactor.create().redact(text)).isEqualTo("a\n«secret-1»");
    }

    @Test
    void should_be_quick_on_what_begins_like_secrets_and_goes_on() {
        for (String part : List.of(
                "eyJa.", "sk-", "password", "password=\"", "://a:", "4 ", "-----BEGIN ", "Bearer ", "a@a.", "\\")) {
            String text = part.repeat(400_000 / part.length());
            assertThat(Redactor.withEmails().redact(text)).isNotNull();
        }
    }

    private static String prose(Random random) {
        StringBuilder prose = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            prose.append(PROSE.get(random.nextInt(PROSE.size())));
        }
        return prose.toString();
    }
}
