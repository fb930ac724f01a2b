package io.github.headroom4j.rag;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.rag.DefaultRetrievalAugmentor;
import dev.langchain4j.rag.RetrievalAugmentor;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.content.injector.ContentInjector;
import dev.langchain4j.rag.content.injector.DefaultContentInjector;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.rag.query.router.DefaultQueryRouter;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.Result;
import dev.langchain4j.service.tool.AiServiceTool;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.tool.HeadroomAttributes;
import io.github.headroom4j.tool.HeadroomTools;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a model reads in real services, and what their callers get. */
class AiServicesRagTest {

    private static final String HEADING = "\n\nAnswer using the following information:\n";

    private final Headroom headroom = Headroom.builder().withoutTimeout().build();
    private final PassagePruner pruner = PassagePruner.builder(headroom).build();
    private final ScriptedModel model = new ScriptedModel();

    interface Assistant {
        Result<String> chat(@MemoryId Object memory, @dev.langchain4j.service.UserMessage String question);
    }

    interface Single {
        Result<String> chat(String question);
    }

    private static List<Content> contents(List<String> texts) {
        List<Content> contents = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            contents.add(Content.from(
                    TextSegment.from(texts.get(i), Metadata.from("file_name", "guide-" + i + ".md")),
                    Map.of(ContentMetadata.SCORE, 0.9 - i * 0.05, ContentMetadata.EMBEDDING_ID, "e" + i)));
        }
        return contents;
    }

    private static ContentRetriever retriever(List<String> texts) {
        return query -> contents(texts);
    }

    private Assistant assistant(RetrievalAugmentor augmentor, Map<Object, ChatMemory> memories) {
        return AiServices.builder(Assistant.class)
                .chatModel(model)
                .chatMemoryProvider(id -> memories.computeIfAbsent(
                        id,
                        key -> MessageWindowChatMemory.builder()
                                .id(key)
                                .maxMessages(20)
                                .build()))
                .retrievalAugmentor(augmentor)
                .tools(List.<AiServiceTool>of(HeadroomTools.retrieve(headroom)))
                .build();
    }

    @Test
    void should_show_what_answers_and_keep_sources_whole() {
        model.answers("40");
        Assistant assistant =
                assistant(HeadroomRetrievalAugmentor.of(headroom, retriever(Guides.ALL)), new HashMap<>());

        Result<String> result = assistant.chat("a", Guides.POOL_QUESTION);

        assertThat(result.sources()).isEqualTo(contents(Guides.ALL));
        assertThat(result.sources())
                .extracting(source -> source.metadata().get(ContentMetadata.EMBEDDING_ID))
                .containsExactly("e0", "e1", "e2", "e3", "e4", "e5", "e6");
        String read = model.user().singleText();
        assertThat(read)
                .startsWith(Guides.POOL_QUESTION + HEADING)
                .contains("whose default is 40 connections.")
                .doesNotContain("harbour");
        assertThat(headroom.counter().count(read))
                .isLessThan(headroom.counter().count(String.join("\n\n", Guides.ALL)) / 2);
    }

    @Test
    void should_mark_the_message_in_memory_and_leave_no_trace_of_the_scope() {
        model.answers("40");
        Map<Object, ChatMemory> memories = new HashMap<>();
        assistant(HeadroomRetrievalAugmentor.of(headroom, retriever(Guides.ALL)), memories)
                .chat("a", Guides.POOL_QUESTION);

        UserMessage stored =
                (UserMessage) requireNonNull(memories.get("a")).messages().get(0);

        assertThat(stored.attributes()).containsOnlyKeys(HeadroomAttributes.STEP, HeadroomAttributes.ORIGINAL);
        assertThat(stored.attributes().get(HeadroomAttributes.STEP)).isEqualTo("SELECTED");
        String id = String.valueOf(stored.attributes().get(HeadroomAttributes.ORIGINAL));
        assertThat(headroom.originals().find("a", id)).contains(String.join("\n\n", Guides.ALL));
    }

    @Test
    void should_read_the_exact_passage_back_by_the_lines_of_the_note() {
        // The backup guide is the fifth: two lines and a blank one each before it.
        model.retrieves("13-14").answers("four hours");
        Assistant assistant =
                assistant(HeadroomRetrievalAugmentor.of(headroom, retriever(Guides.ALL)), new HashMap<>());

        assistant.chat(7L, Guides.POOL_QUESTION);

        assertThat(model.user().singleText()).contains("7-20").doesNotContain("four hours");
        assertThat(model.result().text()).contains(Guides.BACKUP);
        assertThat(model.result().isError()).isNotEqualTo(true);
    }

    @Test
    void should_not_let_another_conversation_read_what_was_left_out() {
        model.answers("40").answers("?");
        Map<Object, ChatMemory> memories = new HashMap<>();
        Assistant assistant = assistant(HeadroomRetrievalAugmentor.of(headroom, retriever(Guides.ALL)), memories);
        assistant.chat("a", Guides.POOL_QUESTION);
        String ref = ScriptedModel.ref(model.user().singleText());

        assertThat(headroom.originals().find("a", ref)).isPresent();
        assertThat(headroom.originals().find("b", ref)).isEmpty();
        assertThat(headroom.originals().find("default", ref)).isEmpty();
    }

    @Test
    void should_work_by_itself_in_a_service_without_memory_ids() {
        model.retrieves("13-14").answers("four hours");
        Single single = AiServices.builder(Single.class)
                .chatModel(model)
                .retrievalAugmentor(DefaultRetrievalAugmentor.builder()
                        .contentRetriever(retriever(Guides.ALL))
                        .contentInjector(CompressingContentInjector.of(pruner))
                        .build())
                .tools(List.<AiServiceTool>of(HeadroomTools.retrieve(headroom)))
                .build();

        Result<String> result = single.chat(Guides.POOL_QUESTION);

        assertThat(result.sources()).hasSize(7);
        assertThat(model.result().text()).contains(Guides.BACKUP);
    }

    @Test
    void should_keep_citation_keys_and_order_of_the_contents_that_are_left() {
        model.answers("40");
        ContentInjector citing = CompressingContentInjector.builder(pruner)
                .delegate(DefaultContentInjector.builder()
                        .metadataKeysToInclude(List.of("file_name"))
                        .build())
                .build();
        RetrievalAugmentor augmentor = HeadroomRetrievalAugmentor.around(
                pruner,
                DefaultRetrievalAugmentor.builder()
                        .contentRetriever(retriever(Guides.ALL))
                        .contentInjector(citing)
                        .build());

        assistant(augmentor, new HashMap<>()).chat("a", "Where was the author of the cache, Mara Lindqvist, born?");

        String read = model.user().singleText();
        assertThat(read).contains("file_name: guide-3.md", "file_name: guide-6.md", "born in Umea");
        assertThat(read).doesNotContain("guide-0.md");
        assertThat(read.indexOf("guide-3.md")).isLessThan(read.indexOf("guide-6.md"));
        assertThat(read).endsWith("lines]");
    }

    @Test
    void should_replace_in_place_what_an_augmentor_of_somebody_else_injected() {
        model.retrieves("13-14").answers("four hours");
        ContentInjector numbering = (contents, message) -> ((UserMessage) message)
                .toBuilder()
                        .contents(List.of(dev.langchain4j.data.message.TextContent.from("Sources:\n"
                                + contents.stream()
                                        .map(content -> "<source>"
                                                + content.textSegment().text() + "</source>")
                                        .collect(Collectors.joining("\n"))
                                + "\nQuestion: " + ((UserMessage) message).singleText())))
                        .build();
        RetrievalAugmentor augmentor = HeadroomRetrievalAugmentor.around(
                pruner,
                DefaultRetrievalAugmentor.builder()
                        .contentRetriever(retriever(Guides.ALL))
                        .contentInjector(numbering)
                        .build());

        Result<String> result = assistant(augmentor, new HashMap<>()).chat("a", Guides.POOL_QUESTION);

        String read = model.user().singleText();
        assertThat(result.sources()).isEqualTo(contents(Guides.ALL));
        assertThat(read)
                .startsWith("Sources:\n<source>…</source>\n<source>Connection pool\n")
                .contains("whose default is 40 connections.")
                .endsWith("\nQuestion: " + Guides.POOL_QUESTION);
        assertThat(model.result().text()).contains(Guides.BACKUP);
        assertThat(model.user().attributes()).containsKey(HeadroomAttributes.STEP);
    }

    @Test
    void should_prune_what_several_queries_and_retrievers_found() {
        model.answers("40");
        RetrievalAugmentor augmentor = HeadroomRetrievalAugmentor.around(
                pruner,
                DefaultRetrievalAugmentor.builder()
                        .queryTransformer(query -> List.of(query, Query.from("pool size", query.metadata())))
                        .queryRouter(new DefaultQueryRouter(
                                retriever(Guides.ALL.subList(0, 4)), retriever(Guides.ALL.subList(3, 7))))
                        .contentInjector(CompressingContentInjector.of(pruner))
                        .build());

        Result<String> result = assistant(augmentor, new HashMap<>()).chat("a", Guides.POOL_QUESTION);

        assertThat(result.sources()).hasSizeGreaterThanOrEqualTo(7);
        assertThat(model.user().singleText())
                .contains("whose default is 40 connections.")
                .doesNotContain("harbour");
    }

    @Test
    void should_leave_the_question_as_it_is_when_nothing_was_found() {
        model.answers("I do not know").answers("I do not know");
        RetrievalAugmentor foreign = DefaultRetrievalAugmentor.builder()
                .contentRetriever(retriever(List.of()))
                .build();
        Map<Object, ChatMemory> memories = new HashMap<>();

        assistant(HeadroomRetrievalAugmentor.of(headroom, retriever(List.of())), memories)
                .chat("a", Guides.POOL_QUESTION);
        assertThat(model.user()).isEqualTo(UserMessage.from(Guides.POOL_QUESTION));

        assistant(HeadroomRetrievalAugmentor.around(pruner, foreign), memories).chat("b", Guides.POOL_QUESTION);
        assertThat(model.user()).isEqualTo(UserMessage.from(Guides.POOL_QUESTION));
    }

    @Test
    void should_keep_a_hard_budget_over_all_passages() {
        model.answers("40");
        PassagePruner small =
                PassagePruner.builder(headroom).nearTheBest(0).maxTokens(150).build();

        assistant(HeadroomRetrievalAugmentor.of(small, retriever(Guides.ALL)), new HashMap<>())
                .chat("a", Guides.POOL_QUESTION);

        String read = model.user().singleText();
        String passages = read.substring(read.indexOf(HEADING) + HEADING.length());
        assertThat(headroom.counter().count(passages)).isLessThanOrEqualTo(150);
        assertThat(passages).contains("whose default is 40 connections.");
    }
}
