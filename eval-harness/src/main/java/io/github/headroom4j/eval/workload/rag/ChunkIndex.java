package io.github.headroom4j.eval.workload.rag;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.aggregator.ReciprocalRankFuser;
import dev.langchain4j.store.embedding.CosineSimilarity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.QueryBuilder;

/**
 * Finds chunks by words (BM25) and by meaning (embeddings), the two rankings fused by reciprocal rank (Cormack, Clarke and
 * Büttcher, 2009). One segment in memory, all similarities computed, ties broken by the order of chunks: the same query finds
 * the same chunks on every machine. Not for more than some ten thousand chunks. Thread-safe.
 */
final class ChunkIndex implements AutoCloseable {

    /** How many of each ranking are fused, whatever is asked for: so the best 5 are the first 5 of the best 20. */
    private static final int FUSED = 50;

    private static final String TEXT = "text";

    private final List<Chunk> chunks;
    private final Map<String, Chunk> byId;
    private final EmbeddingModel model;
    private final List<Embedding> embeddings;
    private final QueryBuilder queries;
    private final Directory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    /**
     * Indexes chunks.
     *
     * @param chunks with different ids
     * @param model is asked for all of them at once, and for each query
     */
    ChunkIndex(List<Chunk> chunks, EmbeddingModel model) {
        this.chunks = List.copyOf(chunks);
        this.byId = this.chunks.stream().collect(Collectors.toMap(Chunk::id, Function.identity()));
        this.model = model;
        List<TextSegment> texts = this.chunks.stream()
                .map(chunk -> TextSegment.from(chunk.text()))
                .toList();
        this.embeddings = model.embedAll(texts).content();
        Analyzer analyzer = new EnglishAnalyzer();
        this.queries = new QueryBuilder(analyzer);
        try {
            write(analyzer);
            reader = DirectoryReader.open(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("indexing in memory failed", e);
        }
        searcher = new IndexSearcher(reader);
    }

    /** The best chunks for a query, the best first. */
    List<Chunk> search(String query, int limit) {
        List<Content> fused = ReciprocalRankFuser.fuse(List.of(contents(byWords(query)), contents(byMeaning(query))));
        return fused.stream()
                .limit(limit)
                .map(content -> chunk(content.textSegment().text()))
                .toList();
    }

    /** The fuser tells contents apart by their text; equal texts are different chunks, so it is given ids. */
    private List<Content> contents(List<Integer> found) {
        return found.stream().map(i -> Content.from(chunks.get(i).id())).toList();
    }

    private Chunk chunk(String id) {
        Chunk chunk = byId.get(id);
        if (chunk == null) {
            throw new IllegalStateException("no chunk " + id);
        }
        return chunk;
    }

    private List<Integer> byWords(String query) {
        Query any = queries.createBooleanQuery(TEXT, query);
        List<Integer> found = new ArrayList<>();
        if (any != null) {
            try {
                for (ScoreDoc hit : searcher.search(any, FUSED).scoreDocs) {
                    found.add(hit.doc);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("searching in memory failed", e);
            }
        }
        return found;
    }

    private List<Integer> byMeaning(String query) {
        Embedding asked = model.embed(query).content();
        double[] near = embeddings.stream()
                .mapToDouble(embedding -> CosineSimilarity.between(asked, embedding))
                .toArray();
        return IntStream.range(0, near.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -near[i]))
                .limit(FUSED)
                .toList();
    }

    private void write(Analyzer analyzer) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(analyzer).setMergeScheduler(new SerialMergeScheduler());
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (Chunk chunk : chunks) {
                Document document = new Document();
                document.add(new TextField(TEXT, chunk.text(), Store.NO));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
    }

    @Override
    public void close() {
        try (directory) {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing an index in memory failed", e);
        }
    }
}
