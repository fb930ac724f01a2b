package io.github.headroom4j.rag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.scoring.ScoringModel;
import dev.langchain4j.rag.AugmentationRequest;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Metadata;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.Result;
import dev.langchain4j.service.tool.AiServiceTool;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.rag.onnx.OnnxPruningScorer;
import io.github.headroom4j.tool.HeadroomTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The programs of the README that are about retrieved passages run, and are those that stand there. */
class ReadmeSnippetTest {

    /** The programs have the default time limit, which a JVM that has loaded nothing yet may exceed. */
    @BeforeAll
    static void warmUp() {
        Headroom.create().warmUp();
    }

    private static final Path README = Path.of("..", "README.md");

    private static final Path SELF =
            Path.of("src", "test", "java", "io", "github", "headroom4j", "rag", "ReadmeSnippetTest.java");

    private final ContentRetriever retriever =
            query -> Guides.ALL.stream().map(Content::from).toList();

    interface Assistant {
        Result<String> chat(String question);
    }

    @Test
    void rag() {
        ScriptedModel model = new ScriptedModel().answers("40");
        // snippet:rag-words
        Headroom headroom = Headroom.create();

        Assistant assistant = AiServices.builder(Assistant.class)
                .chatModel(model)
                .retrievalAugmentor(HeadroomRetrievalAugmentor.of(headroom, retriever))
                .tools(List.<AiServiceTool>of(HeadroomTools.retrieve(headroom)))
                .build();
        // end
        assertThat(assistant.chat(Guides.POOL_QUESTION).sources()).hasSize(7);
        assertThat(model.user().singleText())
                .contains("default is 40 connections")
                .doesNotContain("harbour");
    }

    @Test
    void rag_with_a_model() {
        Headroom headroom = Headroom.builder().withoutTimeout().build();
        EmbeddingModel embeddingModel = new AllMiniLmL6V2QuantizedEmbeddingModel();
        // snippet:rag-hybrid
        PassagePruner pruner = PassagePruner.builder(headroom)
                .scorer(new HybridScorer(EmbeddingScorer.of(embeddingModel)))
                .maxTokens(1_500)
                .build();
        HeadroomRetrievalAugmentor augmentor = HeadroomRetrievalAugmentor.of(pruner, retriever);
        // end
        UserMessage question = UserMessage.from("How often is everything copied?");
        UserMessage read = (UserMessage) augmentor
                .augment(new AugmentationRequest(question, Metadata.from(question, "a", List.of())))
                .chatMessage();
        assertThat(read.singleText()).contains("Every night a full copy").doesNotContain("pilot boat");
    }

    @Test
    void rag_with_a_cross_encoder() {
        ScriptedModel model = new ScriptedModel().answers("Gull");
        Headroom headroom = Headroom.builder().withoutTimeout().build();
        ScoringModel scoringModel = (segments, query) -> Response.from(segments.stream()
                .map(segment -> segment.text().contains("pilot boat") ? 7.5 : -9.0)
                .toList());
        // snippet:rag-cross-encoder
        PassagePruner pruner = PassagePruner.builder(headroom)
                .scorer(CrossEncoderScorer.of(scoringModel))
                .build();
        // end
        chat(model, headroom, pruner, "Which vessel meets the ships?");
        assertThat(model.user().singleText()).contains("called Gull").doesNotContain("default is 40");
    }

    @Test
    void rag_with_a_pruning_model() {
        ScriptedModel model = new ScriptedModel().answers("Gull");
        Headroom headroom = Headroom.builder().withoutTimeout().build();
        Path folder = Path.of("src", "test", "resources", "onnx", "pair-wordpiece");
        // snippet:rag-pruning-model
        OnnxPruningScorer scorer = OnnxPruningScorer.load(folder); // model.onnx and tokenizer.json
        PassagePruner pruner = PassagePruner.builder(headroom).scorer(scorer).build();
        // end
        chat(model, headroom, pruner, "What is the name of the pilot boat?");
        scorer.close();
        assertThat(model.user().singleText()).contains("called Gull").doesNotContain("default is 40");
    }

    private void chat(ScriptedModel model, Headroom headroom, PassagePruner pruner, String question) {
        Assistant assistant = AiServices.builder(Assistant.class)
                .chatModel(model)
                .retrievalAugmentor(HeadroomRetrievalAugmentor.of(pruner, retriever))
                .tools(List.<AiServiceTool>of(HeadroomTools.retrieve(headroom)))
                .build();
        assertThat(assistant.chat(question).sources()).hasSize(7);
    }

    @Test
    void the_readme_shows_what_runs_here() throws IOException {
        String readme = Files.readString(README);
        String source = Files.readString(SELF);

        for (String snippet : List.of("rag-words", "rag-hybrid", "rag-cross-encoder", "rag-pruning-model")) {
            assertThat(blankless(between(readme, "<!-- snippet:" + snippet + " -->\n```java\n", "```")))
                    .isEqualTo(blankless(between(source, "// snippet:" + snippet + "\n", "// end")));
        }
    }

    private static String between(String text, String opening, String closing) {
        int start = text.indexOf(opening) + opening.length();
        return text.substring(start, text.indexOf(closing, start));
    }

    /** The formatter breaks lines elsewhere than the README does. */
    private static String blankless(String code) {
        return code.replaceAll("\\s+", "");
    }
}
