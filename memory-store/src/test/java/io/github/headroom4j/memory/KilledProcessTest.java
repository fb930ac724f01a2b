package io.github.headroom4j.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.original.OriginalStore;
import io.github.headroom4j.tool.HeadroomAttributes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process is killed again and again (SIGKILL, where there is one) while an agent in it adds messages to histories on the
 * disk, and every time the next one goes on from there. After each end all that was acknowledged must be there, and every
 * marker must lead to the exact original.
 *
 * <p>Half of the rounds stop the process at an event first, so that the point is exact, such as between "original was put"
 * and "store messages"; in the other half it runs on while the signal is on its way, which hits it in the middle of writing.
 */
class KilledProcessTest {

    /** More take minutes; {@code -Dheadroom.kills=200} is what to run before a release. */
    private static final int ROUNDS = Integer.getInteger("headroom.kills", 24);

    /** So few that each is killed several times, so many that none becomes long. */
    private static final int MEMORIES = Math.max(1, ROUNDS / 6);

    /** How often an event has happened when the process is killed, at most. */
    private static final int MAX_OCCURRENCE = 6;

    private static final String ADDED = "added ";

    private record End(String event, int occurrence, boolean exact) {

        static End random(Random random) {
            String event = AgentUntilKilled.EVENTS.get(random.nextInt(AgentUntilKilled.EVENTS.size()));
            return new End(event, 1 + random.nextInt(MAX_OCCURRENCE), random.nextBoolean());
        }
    }

    private static final Set<String> FOLDED = Set.of(HeadroomAttributes.OUTLINED, HeadroomAttributes.LEFT_OUT);

    private final Path directory;

    /** How many of the markers that were looked at last stand in messages that an epoch folded. */
    private int folded;

    private final Map<String, Integer> acknowledged = new HashMap<>();
    private final Map<String, Integer> endings = new TreeMap<>();

    KilledProcessTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void should_lose_no_message_and_no_original_however_often_the_process_is_killed(TestReporter reporter)
            throws Exception {
        Random random = new Random(4);
        for (int round = 0; round < ROUNDS; round++) {
            String id = "agent-" + round % MEMORIES;
            List<String> said = runAndKill(id, End.random(random));
            said.stream()
                    .filter(event -> event.startsWith(ADDED))
                    .mapToInt(event -> Integer.parseInt(event.substring(ADDED.length())))
                    .forEach(index -> acknowledged.put(id, index + 1));
            endings.merge(said.get(said.size() - 1).replaceAll("\\d+", "n"), 1, Integer::sum);
            check(List.of(id));
        }

        int markers = check(List.copyOf(acknowledged.keySet()));
        reporter.publishEntry(
                "kills",
                ROUNDS + ", by what was said last: " + endings + "; then " + markers + " markers, " + folded
                        + " of them folded, in " + acknowledged);
        assertThat(markers).isGreaterThan(ROUNDS / 2);
        assertThat(folded).isPositive();
    }

    /** What the process said until it was dead. */
    private List<String> runAndKill(String id, End end) throws Exception {
        Path errors = directory.resolve("errors.txt");
        Process process = start(id, end, errors);
        List<String> said = new ArrayList<>();
        int left = end.occurrence();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String event = out.readLine(); event != null; event = out.readLine()) {
                said.add(event);
                if (event.startsWith(end.event()) && --left == 0) {
                    // Not by the process itself, which would close the pipe with what was said since.
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly();
        }
        process.waitFor();
        assertThat(left).as(Files.readString(errors)).isNotPositive();
        if (end.exact()) {
            assertThat(said.get(said.size() - 1)).startsWith(end.event());
        }
        return said;
    }

    private Process start(String id, End end, Path errors) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AgentUntilKilled.class.getName(),
                        directory.toString(),
                        id,
                        end.event(),
                        String.valueOf(end.exact() ? end.occurrence() : AgentUntilKilled.NEVER))
                .redirectError(errors.toFile())
                .start();
    }

    /** Looks at histories as a new process would; returns how many markers there are. */
    private int check(List<String> ids) throws SQLException {
        folded = 0;
        OriginalStore originals = JdbcOriginalStore.embedded(AgentUntilKilled.originals(directory));
        int markers = 0;
        for (String id : ids) {
            List<ChatMessage> history = new FileChatMemoryStore(directory).getMessages(id);
            int least = acknowledged.getOrDefault(id, 0);
            // What was being added may be there or not; what is there has to stay.
            assertThat(history.size()).as(id).isBetween(least, least + 1);
            acknowledged.put(id, history.size());
            for (int i = 0; i < history.size(); i++) {
                markers += check(id, i, history.get(i), originals);
            }
        }
        shutDown();
        return markers;
    }

    private int check(String id, int i, ChatMessage message, OriginalStore originals) {
        if (!(message instanceof ToolExecutionResultMessage result)) {
            assertThat(message).isEqualTo(AgentUntilKilled.message(id, i));
            return 0;
        }
        String raw = AgentUntilKilled.raw(id, i);
        if (result.text().equals(raw)) {
            return 0;
        }
        String ref = OriginalMarker.refAtEndOf(result.text()).orElseThrow();
        assertThat(originals.find(id, ref)).contains(raw);
        assertThat(originals.find(id, String.valueOf(result.attributes().get(HeadroomAttributes.ORIGINAL))))
                .contains(raw);
        folded += FOLDED.contains(String.valueOf(result.attributes().get(HeadroomAttributes.STEP))) ? 1 : 0;
        return 1;
    }

    /** Lets go of the file at once, for the next process. */
    private void shutDown() throws SQLException {
        try (Connection connection = EmbeddedDatabase.open(AgentUntilKilled.originals(directory))
                        .getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        }
    }
}
