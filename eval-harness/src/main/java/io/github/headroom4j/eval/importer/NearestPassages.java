package io.github.headroom4j.eval.importer;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/** Finds passages by BM25 with Lucene's parameters, title and text together; of equally near ones the first come first. */
final class NearestPassages implements Closeable {

    private static final String TEXT = "text";
    private static final String ORDER = "order";

    /** A question is cut after so many characters, default 1,000: even of single letters, Lucene takes no more than 1,024 words. */
    private static final int MAX_QUESTION_CHARS = 1_000;

    private final List<SourcePassage> passages;
    private final Analyzer analyzer;
    private final DirectoryReader reader;

    private NearestPassages(List<SourcePassage> passages, Analyzer analyzer, DirectoryReader reader) {
        this.passages = passages;
        this.analyzer = analyzer;
        this.reader = reader;
    }

    static NearestPassages index(List<SourcePassage> passages, String language) {
        Analyzer analyzer = Languages.analyzer(language);
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (int i = 0; i < passages.size(); i++) {
                Document document = new Document();
                String text = passages.get(i).title() + "\n" + passages.get(i).text();
                document.add(new TextField(TEXT, text, Field.Store.NO));
                document.add(new NumericDocValuesField(ORDER, i));
                document.add(new StoredField(ORDER, i));
                writer.addDocument(document);
            }
            writer.commit();
            return new NearestPassages(passages, analyzer, DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot be written", e);
        }
    }

    /** The nearest passages, at most so many; none that has no word of the question. */
    List<SourcePassage> to(String question, int count) {
        String asked = question.substring(0, Math.min(question.length(), MAX_QUESTION_CHARS));
        Query query = new QueryBuilder(analyzer).createBooleanQuery(TEXT, asked);
        List<SourcePassage> found = new ArrayList<>();
        if (query == null || count <= 0) {
            return found;
        }
        try {
            IndexSearcher searcher = new IndexSearcher(reader);
            // Merges may put segments in any order, so that Lucene's own tie-break is not always the same.
            Sort sort = new Sort(SortField.FIELD_SCORE, new SortField(ORDER, SortField.Type.INT));
            for (ScoreDoc hit : searcher.search(query, count, sort).scoreDocs) {
                Document document = searcher.storedFields().document(hit.doc);
                found.add(passages.get(document.getField(ORDER).numericValue().intValue()));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot be read", e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
        analyzer.close();
    }
}
