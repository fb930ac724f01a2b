package io.github.headroom4j.eval.importer.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessageSerializer;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import io.github.headroom4j.eval.dataset.CaseLines;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.Provenance;
import io.github.headroom4j.eval.dataset.Turn;
import io.github.headroom4j.eval.question.Ask;
import io.github.headroom4j.eval.question.Ask.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolImporterTest {

    private final Path folder;

    ToolImporterTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void should_ask_of_a_log_what_its_rows_and_labels_answer() {
        List<EvalCase> cases =
                Samples.cases(Samples.of("loghub"), ToolFormat.LOGHUB, ToolOptions.DEFAULTS.withLines(20));

        String left = "2031-04-02 08:00:18 ERROR ring.Member: relay r4 left ring north without a word";
        assertThat(cases)
                .filteredOn(one -> ask(one).kind() == Kind.ANOMALIES)
                .extracting(EvalCase::gold)
                .containsExactly(Set.of("line:" + left), Set.of());
        assertThat(cases)
                .filteredOn(one -> ask(one).equals(new Ask(Kind.COUNT, "beacon from relay <*> took <*> ms")))
                .extracting(EvalCase::gold)
                .containsExactly(Set.of("count:12"), Set.of("count:13"));
        assertThat(cases)
                .filteredOn(one -> ask(one).about().equals("ring.Member at level ERROR")
                        || ask(one).about().equals("ring.Clock at level WARN"))
                .hasSize(1)
                .allSatisfy(one -> assertThat(one.evidence()).hasSize(1));
        assertThat(cases).extracting(EvalCase::cluster).containsOnly("Relay_40.log/1-20", "Relay_40.log/21-40");
        assertThat(cases.get(0).calls().get(0).result())
                .contains(left)
                .doesNotContain("SILENT")
                .doesNotContain("- 2031");
        assertEvidenceStands(cases);
    }

    @Test
    void should_know_anomalies_by_the_labels_of_their_blocks() throws IOException {
        Path system = Files.createDirectory(folder.resolve("store"));
        Files.writeString(system.resolve("S.log"), "1 got blk_-7 whole\n2 got blk_8 torn\n");
        Files.writeString(
                system.resolve("S.log_structured.csv"),
                "LineId,Content,EventId,EventTemplate\n1,got blk_-7 whole,E1,got <*> whole\n2,got blk_8 torn,E2,got <*> torn\n");
        Files.writeString(system.resolve("anomaly_label.csv"), "BlockId,Label\nblk_-7,Anomaly\nblk_8,Normal\n");

        assertThat(Samples.cases(folder, ToolFormat.LOGHUB))
                .filteredOn(one -> ask(one).kind() == Kind.ANOMALIES)
                .extracting(EvalCase::gold)
                .containsExactly(Set.of("line:1 got blk_-7 whole"));
    }

    @Test
    void should_ask_where_to_mend_and_which_changes_mend() {
        List<EvalCase> files = Samples.cases(Samples.of("defects/files.jsonl"), ToolFormat.DEFECTS4J);
        List<EvalCase> diffs = Samples.cases(Samples.of("defects/diffs.jsonl"), ToolFormat.DEFECTS4J);

        assertThat(files).hasSize(1);
        assertThat(files.get(0).gold())
                .containsExactlyInAnyOrder("file:src/lights/Lamp.java", "at:src/lights/Lamp.java:9");
        assertThat(ask(files.get(0)).about())
                .contains("countsTimesLit", "expected 1")
                .doesNotContain("Count lit lamps");
        assertThat(files.get(0).calls()).hasSize(2);
        assertThat(diffs).extracting(EvalCase::gold).containsExactly(Set.of("at:src/lights/Lamp.java:9"));
        assertThat(diffs.get(0).evidence()).extracting(Evidence::text).containsExactly("-        lit = lit;");
        assertEvidenceStands(files);
        assertEvidenceStands(diffs);
    }

    @Test
    void should_ask_what_a_comment_speaks_of() {
        List<EvalCase> json = Samples.cases(Samples.of("reviews/comments.jsonl"), ToolFormat.REVIEW_COMMENTS);
        List<EvalCase> csv = Samples.cases(Samples.of("reviews/methods.csv"), ToolFormat.REVIEW_COMMENTS);

        assertThat(json)
                .extracting(EvalCase::gold)
                .containsExactly(
                        Set.of("at:src/doors/Gate.java:11"),
                        Set.of("at:src/doors/Hatch.java:11"),
                        Set.of("at:src/doors/Trap.java:11"));
        assertThat(json)
                .allSatisfy(one -> assertThat(one.calls().get(0).result())
                        .contains("hinge.oil", "seal.press", "spring.release")
                        .doesNotContain("bolt.slide"));
        assertThat(csv)
                .extracting(EvalCase::gold)
                .containsExactly(Set.of("at:Method00001.java:3"), Set.of("at:Method00003.java:2"));
        assertThat(csv.get(0).calls().get(0).result()).contains("Method00001.java:3:    bell.ring();");
        assertEvidenceStands(json);
        assertEvidenceStands(csv);
    }

    @Test
    void should_ask_for_functions_without_showing_the_question_in_their_code() {
        List<EvalCase> search = Samples.cases(Samples.of("functions/functions.jsonl"), ToolFormat.CODESEARCHNET);
        List<EvalCase> web = Samples.cases(Samples.of("functions/queries.json"), ToolFormat.CODESEARCHNET);

        assertThat(search)
                .extracting(EvalCase::gold)
                .containsExactly(
                        Set.of("symbol:example/doors/doors/parts.py#oil_hinge"),
                        Set.of("symbol:example/doors/doors/parts.py#ring_bell"));
        assertThat(ask(search.get(0)).about()).isEqualTo("Puts oil on a hinge.");
        assertThat(search.get(0).calls().get(0).result())
                .contains("h.friction = 0", "measure_frame")
                .doesNotContain("Twice a year");
        assertThat(web)
                .extracting(EvalCase::gold)
                .containsExactly(Set.of("symbol:ours-1#oil_hinge"), Set.of("symbol:ours-2#ring_bell"));
        assertEvidenceStands(search);
    }

    @Test
    void should_replay_sessions_of_all_notations_alike() throws IOException {
        EvalCase openAi = Samples.cases(Samples.of("sessions/openai.jsonl"), ToolFormat.SESSIONS)
                .get(0);
        EvalCase anthropic = Samples.cases(Samples.of("sessions/anthropic.json"), ToolFormat.SESSIONS)
                .get(0);
        Path memory = Files.writeString(folder.resolve("memory.json"), memory(openAi));
        EvalCase langChain4j = Samples.cases(memory, ToolFormat.SESSIONS).get(0);

        assertThat(openAi.gold()).containsExactly("0/value:1=W-17");
        assertThat(openAi.turns())
                .extracting(Turn::question)
                .containsExactly(
                        "How many hinges are there?",
                        "And where?",
                        "Which values from the tool results belong in the numbered gaps of this answer?\n"
                                + "In warehouse [gap 1: name].");
        assertThat(openAi.turns().get(0).reply()).isEqualTo("There are 312 hinges, article HNG-204.");
        assertThat(openAi.turns().get(1).reply()).doesNotContain("W-17");
        assertThat(openAi.systemPrompt()).isEqualTo("You keep the stock.");
        assertThat(anthropic.gold()).containsExactlyInAnyOrder("0/value:1=312", "0/value:2=HNG-204");
        assertThat(List.of(anthropic, langChain4j)).allSatisfy(one -> {
            assertThat(one.calls()).isEqualTo(openAi.calls());
            assertThat(one.systemPrompt()).isEqualTo(openAi.systemPrompt());
            assertThat(one.turns().get(0).question()).isEqualTo("How many hinges are there?");
        });
        assertThat(langChain4j.gold()).isEqualTo(anthropic.gold());
    }

    /** As a chat memory store would have serialised it. */
    private static String memory(EvalCase like) {
        ToolExecutionRequest request = ToolExecutionRequest.builder()
                .id("m1")
                .name("get_stock")
                .arguments("{\"of\":\"all\"}")
                .build();
        return ChatMessageSerializer.messagesToJson(List.of(
                SystemMessage.from("You keep the stock."),
                UserMessage.from("How many hinges are there?"),
                AiMessage.from(request),
                ToolExecutionResultMessage.from(request, like.calls().get(0).result()),
                AiMessage.from("There are 312 hinges, article HNG-204.")));
    }

    @Test
    void should_leave_out_what_was_compressed_before_it_was_recorded() throws IOException {
        String compressed = Samples.text("sessions/openai.jsonl")
                .replace("\\\"count\\\": 45}]}", "\\n[headroom_retrieve ref=b3eb724f7491 for all 23 lines]");
        Path file = Files.writeString(
                folder.resolve("s.jsonl"),
                compressed + Samples.text("sessions/openai.jsonl").replace("o1", "o3"));

        Provenance provenance = ToolImporter.of(file, ToolFormat.SESSIONS, ToolOptions.DEFAULTS)
                .cases(one -> assertThat(one.id()).isEqualTo("o3"));

        assertThat(provenance.dropped()).containsEntry("a tool result was compressed before it was recorded", 1);
    }

    @Test
    void should_ask_about_a_folder_what_its_questions_ask() {
        List<EvalCase> cases = Samples.cases(Samples.of("folder"), ToolFormat.FOLDER);

        assertThat(cases).hasSize(1);
        assertThat(cases.get(0).gold()).containsExactly("text:drawer 14");
        assertThat(cases.get(0).evidence())
                .extracting(Evidence::text)
                .containsExactly("Spare hinges lie in drawer 14.");
        assertThat(cases.get(0).tier()).isEqualTo("typical");
        assertEvidenceStands(cases);
    }

    @Test
    void should_tell_savings_only_of_a_folder_without_questions_and_never_leave_it() throws IOException {
        Path copy = Samples.copied("folder", folder);
        Files.delete(copy.resolve("questions.jsonl"));
        Path outside = Files.writeString(folder.resolve("outside.txt"), "not yours");
        Files.createSymbolicLink(copy.resolve("link.txt"), outside);
        Files.createSymbolicLink(copy.resolve("up"), folder);
        Files.write(copy.resolve("image.bin"), new byte[] {0, 1, (byte) 0xff});
        Files.writeString(copy.resolve(".hidden"), "hidden");

        List<EvalCase> cases = Samples.cases(copy, ToolFormat.FOLDER);

        assertThat(cases).singleElement().satisfies(one -> {
            assertThat(one.tier()).isEqualTo(EvalCase.SAVINGS_ONLY);
            assertThat(one.gold()).isEmpty();
            assertThat(one.calls()).hasSize(2).noneMatch(call -> call.result().contains("not yours"));
        });
    }

    @Test
    void should_write_the_same_bytes_again_and_keep_what_a_limit_draws() throws IOException {
        Path out = folder.resolve("cases.jsonl");
        ToolOptions limited = ToolOptions.DEFAULTS.withLimit(2).withCandidates(2);
        Path input = Samples.of("reviews/comments.jsonl");

        Provenance provenance =
                ToolImporter.of(input, ToolFormat.REVIEW_COMMENTS, limited).write(out);

        byte[] first = Files.readAllBytes(out);
        assertThat(provenance.read()).isEqualTo(4);
        assertThat(provenance.kept()).isEqualTo(2);
        assertThat(provenance.dropped())
                .containsEntry("beyond the limit", 1)
                .containsEntry("the line is not in its diff", 1);
        assertThat(CaseLines.read(out).cases()).hasSize(2);
        ToolImporter.of(input, ToolFormat.REVIEW_COMMENTS, limited).write(out);
        assertThat(out).hasBinaryContent(first);
    }

    private static Ask ask(EvalCase one) {
        return Ask.of(one.question()).orElseThrow();
    }

    static void assertEvidenceStands(List<EvalCase> cases) {
        assertThat(cases)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.evidence()).allSatisfy(evidence -> {
                    assertThat(one.gold()).contains(evidence.item());
                    assertThat(one.calls().get(evidence.call()).result()).contains(evidence.text());
                }));
    }
}
