package io.github.headroom4j.eval.embedding;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import io.github.headroom4j.eval.dataset.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes what {@link RecordedEmbeddings} reads. It answers with the vectors that will be read, not with the model's own, so that
 * what comes of them while recording comes of them later. Texts of an earlier recording keep their vectors, or a recording
 * renewed on another processor would change all figures a little; delete the file to record everything anew. What is no longer
 * asked for is forgotten.
 *
 * <p>Thread-safe; one call of the model at a time.
 */
public final class EmbeddingRecorder implements EmbeddingModel {

    private final String name;
    private final EmbeddingModel model;
    private final Map<Long, byte[]> known;
    private final SortedMap<Long, byte[]> asked = new TreeMap<>();
    private int embedded;

    private EmbeddingRecorder(String name, EmbeddingModel model, Map<Long, byte[]> known) {
        this.name = name;
        this.model = model;
        this.known = known;
    }

    /**
     * Continues a recording, or starts one.
     *
     * @param earlier the file of an earlier recording; need not exist
     * @param name the model's name
     * @param model the model
     * @return a recorder
     * @throws DatasetException if the file is broken or of another model
     */
    public static EmbeddingRecorder over(Path earlier, String name, EmbeddingModel model) {
        if (!Files.exists(earlier)) {
            return new EmbeddingRecorder(name, model, Map.of());
        }
        Recording recording = Recording.read(earlier);
        if (!recording.model().equals(name) || recording.dimension() != model.dimension()) {
            throw new DatasetException(earlier + ": is of " + recording.model() + " in " + recording.dimension()
                    + " dimensions, not of " + name + "; delete it to record anew");
        }
        return new EmbeddingRecorder(name, model, recording.codes());
    }

    @Override
    public synchronized Response<List<Embedding>> embedAll(List<TextSegment> texts) {
        Map<Long, TextSegment> unknown = new LinkedHashMap<>();
        for (TextSegment text : texts) {
            long key = Recording.key(text.text());
            byte[] earlier = known.get(key);
            if (earlier != null) {
                asked.put(key, earlier);
            } else if (!asked.containsKey(key)) {
                unknown.putIfAbsent(key, text);
            }
        }
        record(unknown);
        return Response.from(texts.stream().map(this::decoded).toList());
    }

    private void record(Map<Long, TextSegment> unknown) {
        if (unknown.isEmpty()) {
            return;
        }
        Iterator<Embedding> embeddings =
                model.embedAll(List.copyOf(unknown.values())).content().iterator();
        for (long key : unknown.keySet()) {
            asked.put(key, VectorCode.encode(embeddings.next().vector()));
        }
        embedded += unknown.size();
    }

    private Embedding decoded(TextSegment text) {
        byte[] code = asked.get(Recording.key(text.text()));
        if (code == null) {
            throw new IllegalStateException("not recorded: " + text.text());
        }
        return Embedding.from(VectorCode.decode(code));
    }

    @Override
    public int dimension() {
        return model.dimension();
    }

    @Override
    public String modelName() {
        return name;
    }

    /**
     * How many texts were asked for.
     *
     * @return the number of different ones
     */
    public synchronized int size() {
        return asked.size();
    }

    /**
     * How many texts the model embedded.
     *
     * @return those that no earlier recording had
     */
    public synchronized int embedded() {
        return embedded;
    }

    /**
     * Writes all texts that were asked for.
     *
     * @param file is replaced
     * @throws IOException if it cannot be written
     */
    public synchronized void write(Path file) throws IOException {
        new Recording(name, model.dimension(), asked).write(file);
    }
}
