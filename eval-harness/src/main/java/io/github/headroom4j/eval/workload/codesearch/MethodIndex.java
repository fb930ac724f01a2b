package io.github.headroom4j.eval.workload.codesearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * A BM25 index in memory over the methods of one library. One segment, documents in the order of the methods, equal
 * scores in document order: the same query gives the same hits on every machine.
 */
final class MethodIndex implements AutoCloseable {

    /** A method's name says most, its body least; the usual order of weights in code search, not tuned. */
    private static final Map<String, Float> BOOSTS = Map.of("name", 3f, "signature", 1.5f, "owner", 1f, "body", 1f);

    /** Megabytes; more than any of the libraries needs, so that the first flush is the last. */
    private static final double WRITE_BUFFER_MB = 256;

    /**
     * One hit.
     *
     * @param method what was found
     * @param score its BM25 score; comparable within one query only
     */
    record Hit(SourceMethod method, float score) {}

    private final List<SourceMethod> methods;
    private final CodeWords words = new CodeWords();
    private final Directory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    MethodIndex(List<SourceMethod> methods) {
        this.methods = List.copyOf(methods);
        try {
            write();
            reader = DirectoryReader.open(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("indexing in memory failed", e);
        }
        searcher = new IndexSearcher(reader);
    }

    /** The best hits, best first. */
    List<Hit> search(String query, int limit) {
        try {
            List<Hit> hits = new ArrayList<>();
            for (ScoreDoc found : searcher.search(parse(query), limit).scoreDocs) {
                hits.add(new Hit(methods.get(found.doc), found.score));
            }
            return hits;
        } catch (IOException e) {
            throw new UncheckedIOException("searching in memory failed", e);
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

    private BooleanQuery parse(String query) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String term : new LinkedHashSet<>(words.of(query))) {
            for (String field : List.of("name", "signature", "owner", "body")) {
                any.add(new BoostQuery(new TermQuery(new Term(field, term)), boost(field)), Occur.SHOULD);
            }
        }
        return any.build();
    }

    private static float boost(String field) {
        return BOOSTS.getOrDefault(field, 1f);
    }

    private void write() throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(words)
                .setRAMBufferSizeMB(WRITE_BUFFER_MB)
                .setMergeScheduler(new SerialMergeScheduler());
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (SourceMethod method : methods) {
                writer.addDocument(document(method));
            }
            writer.forceMerge(1);
        }
    }

    private static Document document(SourceMethod method) {
        Document document = new Document();
        document.add(field("name", method.name()));
        document.add(field("signature", method.signature()));
        document.add(field("owner", method.owner()));
        document.add(field("body", method.text()));
        return document;
    }

    private static Field field(String name, String text) {
        FieldType frequencies = new FieldType();
        frequencies.setTokenized(true);
        frequencies.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        frequencies.freeze();
        return new Field(name, text, frequencies);
    }
}
