package io.github.headroom4j.eval.workload.rag;

import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.document.DocumentSplitter;
import dev.langchain4j.data.document.splitter.DocumentSplitters;
import dev.langchain4j.data.segment.TextSegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts documents as most users of LangChain4j do: paragraphs, then lines, then sentences, while they fit. Stateless. */
final class Chunker {

    /** About 300 tokens of technical English. */
    private static final int MAX_CHARS = 1_200;

    /** About 30 tokens: the last sentence of a chunk is often the first of the next one, too. */
    private static final int OVERLAP_CHARS = 120;

    private static final DocumentSplitter SPLITTER = DocumentSplitters.recursive(MAX_CHARS, OVERLAP_CHARS);

    private Chunker() {}

    /** All chunks of some documents, in their order. */
    static List<Chunk> chunks(List<CorpusDocument> documents) {
        List<Chunk> chunks = new ArrayList<>();
        for (CorpusDocument document : documents) {
            String ink = Spacing.removed(document.text());
            int start = 0;
            int number = 0;
            for (TextSegment segment : SPLITTER.split(Document.from(document.text()))) {
                // Chunks overlap, at most so far that one begins where the one before it does.
                start = ink.indexOf(Spacing.removed(segment.text()), start);
                if (start < 0) {
                    throw new IllegalStateException(
                            "chunk " + number + " of " + document.id() + " is not in the document: " + segment.text());
                }
                String id = String.format(Locale.ROOT, "%s#%03d", document.id(), number++);
                chunks.add(new Chunk(id, document, segment.text(), start));
            }
        }
        return List.copyOf(chunks);
    }
}
