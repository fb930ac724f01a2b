package io.github.headroom4j.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BytePairsTest {

    private static final String FILE = "o200k_base.tiktoken";
    private static final Encoding ENCODING = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);

    @Test
    void should_find_every_token_by_its_bytes() throws IOException {
        Vocabulary vocabulary = read(file());
        List<String> lines =
                new String(file(), StandardCharsets.US_ASCII).lines().toList();

        assertThat(vocabulary.size()).isEqualTo(lines.size()).isGreaterThan(199_000);
        for (String line : lines) {
            int blank = line.indexOf(' ');
            byte[] token = Base64.getDecoder().decode(line.substring(0, blank));
            assertThat(vocabulary.rank(token, 0, token.length)).isEqualTo(Integer.parseInt(line.substring(blank + 1)));
        }
    }

    @Test
    void should_not_find_what_is_no_token() throws IOException {
        byte[] text = "zqzqzq is none, and neither is what is longer than all of them".getBytes(StandardCharsets.UTF_8);

        assertThat(read(file()).rank(text, 0, 6)).isEqualTo(Vocabulary.NONE);
        assertThat(read(file()).rank(text, 0, text.length)).isEqualTo(Vocabulary.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ab",
                "aeiourstln",
                "aA",
                "0",
                "-=",
                "漢字",
                "éèê",
                "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
            })
    void long_pieces_should_count_as_by_jtokkit(String letters) throws IOException {
        BytePairs pairs = new BytePairs(read(file()));
        PieceCounter counter = new PieceCounter(pairs::count);
        Random random = new Random(20261128);
        for (int length = 1; length < 3_000; length += 1 + length / 7) {
            StringBuilder piece = new StringBuilder();
            for (int i = 0; i < length; i++) {
                piece.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(counter.count(piece.toString(), 0, piece.length()))
                    .as("tokens of '%s'", piece)
                    .isEqualTo(ENCODING.countTokensOrdinary(piece.toString()));
        }
    }

    @Test
    void characters_of_two_units_should_count_as_by_jtokkit() throws IOException {
        PieceCounter counter = new PieceCounter(new BytePairs(read(file()))::count);
        for (int character = 0x10000; character < 0x20000; character += 5) {
            String c = Character.toString(character);
            String text = "x" + c + "Yes " + c + c + "/12" + c + " it'" + c + "s A" + c + "A \t" + c + "\n" + c;
            assertThat(counter.count(text, 0, text.length()))
                    .as("tokens of U+%x in '%s'", character, text)
                    .isEqualTo(ENCODING.countTokensOrdinary(text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "IQ== ", "IQ== x\n", "IQ== 1234567890\n", " 1\n", "IQ==\n", "IQ== 0\n\nIg== 1\n", "é 1\n"})
    void should_refuse_what_is_no_vocabulary(String file) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(file.getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("line at byte");
    }

    private static byte[] file() throws IOException {
        try (InputStream in = Encodings.class.getResourceAsStream(FILE)) {
            return in.readAllBytes();
        }
    }

    private static Vocabulary read(byte[] file) throws IOException {
        return Vocabulary.read(new ByteArrayInputStream(file));
    }
}
