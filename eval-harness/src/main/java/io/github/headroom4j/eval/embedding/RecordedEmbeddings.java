package io.github.headroom4j.eval.embedding;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import io.github.headroom4j.eval.dataset.DatasetException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An embedding model that answers from a file what a real model once said, a little coarser.
 * Quantised models give other vectors on other processors; reports must not. It knows the recorded texts only, and fails on
 * any other: a figure that mixes recorded and new vectors would be nobody's.
 *
 * <p>Texts are told apart by their words; how these are spaced makes no difference. Vectors have length 1. The file is read
 * when the model is first asked for something. Thread-safe; a look-up costs a hash of the text.
 */
public final class RecordedEmbeddings implements EmbeddingModel {

    /** As much of a text as an error shows. */
    private static final int EXCERPT_CHARS = 200;

    private final Path file;
    private final String howToRecord;
    private @Nullable Recording recording;

    private RecordedEmbeddings(Path file, String howToRecord) {
        this.file = file;
        this.howToRecord = howToRecord;
    }

    /**
     * The model that was recorded in a file.
     *
     * @param file written by an {@link EmbeddingRecorder}; all methods throw a {@link DatasetException} that names it and the
     *     command if it is missing or broken
     * @param howToRecord the command that records it, for errors
     * @return the model
     */
    public static RecordedEmbeddings of(Path file, String howToRecord) {
        return new RecordedEmbeddings(file, howToRecord);
    }

    private synchronized Recording recording() {
        if (recording == null) {
            try {
                recording = Recording.read(file);
            } catch (DatasetException e) {
                throw new DatasetException(e.getMessage() + "; to record it, run: " + howToRecord, e);
            }
        }
        return recording;
    }

    /**
     * {@inheritDoc}
     *
     * @throws NotRecordedError if one of the texts was not recorded; the message shows it and the command that records it
     */
    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> texts) {
        Recording read = recording();
        return Response.from(
                texts.stream().map(text -> recorded(read, text.text())).toList());
    }

    private Embedding recorded(Recording read, String text) {
        byte[] code = read.codes().get(Recording.key(text));
        if (code == null) {
            String excerpt = text.length() <= EXCERPT_CHARS ? text : text.substring(0, EXCERPT_CHARS) + "…";
            throw new NotRecordedError(
                    file + ": no embedding was recorded of \"" + excerpt + "\"; to record it, run: " + howToRecord);
        }
        return Embedding.from(VectorCode.decode(code));
    }

    @Override
    public int dimension() {
        return recording().dimension();
    }

    /**
     * {@inheritDoc}
     *
     * @return the name of the model that was recorded
     */
    @Override
    public String modelName() {
        return recording().model();
    }

    /**
     * How many texts it knows.
     *
     * @return their number
     */
    public int size() {
        return recording().codes().size();
    }
}
