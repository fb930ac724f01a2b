package io.github.headroom4j.rag.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A model that says of each token how probable it is that it is needed. Thread-safe until it is closed. */
final class TokenModel implements AutoCloseable {

    /** What a model may ask for. */
    private static final Set<String> INPUTS = Set.of("input_ids", "attention_mask", "token_type_ids");

    private final Path file;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Set<String> inputs;
    private final long[] shape;
    private final PruningFormat format;
    private final String output;

    private TokenModel(Path file, OrtEnvironment environment, OrtSession session, @Nullable PruningFormat told)
            throws OrtException {
        this.file = file;
        this.environment = environment;
        this.session = session;
        inputs = Set.copyOf(session.getInputNames());
        shape = checkedShape();
        Set<String> outputs = session.getOutputNames();
        format = told == null ? recognised(outputs) : told;
        output = format.output() == null ? only(outputs) : format.output();
        if (!outputs.contains(output)) {
            throw wrong("has the outputs " + outputs + ", but " + output + " was expected");
        }
    }

    private String only(Set<String> outputs) {
        if (outputs.size() > 1) {
            throw wrong("has the outputs " + outputs + ", so the one with a number for each token must be named");
        }
        return outputs.iterator().next();
    }

    /**
     * Opens a model.
     *
     * @param format null to recognise it by its outputs
     */
    static TokenModel open(Path file, @Nullable PruningFormat format, int threads) {
        OrtSession session = null;
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            // What goes wrong is thrown; there is no need to print it, too.
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            // Threads that wait for work by turning burn the processor of a server.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            session = environment.createSession(file.toString(), options);
            return new TokenModel(file, environment, session, format);
        } catch (OrtException e) {
            close(session);
            throw new IllegalArgumentException(
                    file.toAbsolutePath() + " can not be read as a model in the ONNX format: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            close(session);
            throw e;
        }
    }

    PruningFormat format() {
        return format;
    }

    /** The shape of the model's inputs: texts and tokens, -1 for any number. */
    private long[] checkedShape() throws OrtException {
        long[] shape = {};
        for (Map.Entry<String, NodeInfo> input : session.getInputInfo().entrySet()) {
            boolean numbers = input.getValue().getInfo() instanceof TensorInfo tensor
                    && tensor.type == OnnxJavaType.INT64
                    && tensor.getShape().length == 2
                    && tensor.getShape()[0] <= 1;
            if (!INPUTS.contains(input.getKey()) || !numbers) {
                throw wrong("asks for the input " + input.getKey() + " ("
                        + input.getValue().getInfo() + "), but some of "
                        + INPUTS.stream().sorted().toList()
                        + ", as INT64 of [batch, tokens], were expected");
            }
            shape = ((TensorInfo) input.getValue().getInfo()).getShape();
        }
        if (!inputs.contains("input_ids")) {
            throw wrong("asks for the inputs " + inputs + ", but input_ids was expected among them");
        }
        return shape;
    }

    /** How many tokens it reads at once. */
    int maxTokens() {
        return shape[1] > 0 ? (int) Math.min(shape[1], format.maxTokens()) : format.maxTokens();
    }

    /** How many texts it reads at once, of those that are to be read. */
    int batch(int wanted) {
        return shape[0] > 0 ? 1 : wanted;
    }

    private PruningFormat recognised(Set<String> outputs) {
        if (outputs.contains("pruning_logits")) {
            return PruningFormat.openProvence();
        }
        if (outputs.contains("compression_logits")) {
            return PruningFormat.provence();
        }
        if (outputs.contains("final_scores")) {
            return PruningFormat.kompress();
        }
        if (outputs.contains("logits")) {
            return PruningFormat.llmLingua2();
        }
        throw wrong("has the outputs " + outputs + ", of which no well-known pruning model has any: describe it by a "
                + PruningFormat.class.getSimpleName() + " or in a file " + ModelFolder.SETTINGS + " beside it");
    }

    /**
     * Reads several texts at once.
     *
     * @param texts not empty, at most {@link #batch} of at most {@link #maxTokens} tokens; the shorter ones are filled up, which
     *     the model is told
     * @return for each token of each text the probability that it is kept
     * @throws IllegalStateException if the model fails, or gives something else
     */
    double[][] keep(List<Tokens.Ids> texts) {
        int longest = shape[1] > 0
                ? (int) shape[1]
                : texts.stream().mapToInt(Tokens.Ids::count).max().orElse(0);
        Map<String, OnnxTensor> tensors = new HashMap<>();
        try {
            for (String input : inputs) {
                tensors.put(input, tensor(input, texts, longest));
            }
            try (OrtSession.Result result = session.run(tensors, Set.of(output))) {
                return read(result.get(0), texts, longest);
            }
        } catch (OrtException e) {
            throw new IllegalStateException(
                    file.toAbsolutePath() + " fails, as it does with the tokenizer of another model: " + e.getMessage(),
                    e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor tensor(String input, List<Tokens.Ids> texts, int longest) throws OrtException {
        long[] numbers = new long[texts.size() * longest];
        for (int row = 0; row < texts.size(); row++) {
            Tokens.Ids text = texts.get(row);
            int at = row * longest;
            switch (input) {
                case "input_ids" -> text.copyIds(numbers, at);
                case "token_type_ids" -> text.copyTypes(numbers, at);
                default -> Arrays.fill(numbers, at, at + text.count(), 1);
            }
        }
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), new long[] {texts.size(), longest});
    }

    private double[][] read(OnnxValue value, List<Tokens.Ids> texts, int longest) {
        long[] shape = value.getInfo() instanceof TensorInfo info ? info.getShape() : new long[0];
        FloatBuffer numbers = value instanceof OnnxTensor tensor ? tensor.getFloatBuffer() : null;
        int labels = shape.length == 3 ? (int) shape[2] : 1;
        boolean fits = (shape.length == 2 || shape.length == 3) && shape[0] == texts.size() && shape[1] == longest;
        boolean soft = format.activation() == PruningFormat.Activation.SOFTMAX;
        if (numbers == null || !fits || format.keepLabel() >= labels || (soft && labels < 2)) {
            throw new IllegalStateException(file.toAbsolutePath() + " gives " + output + " as " + value.getInfo()
                    + ", but numbers of the shape [" + texts.size() + ", " + longest + "] or [" + texts.size() + ", "
                    + longest
                    + ", labels] were expected, with " + (soft ? "at least two labels and " : "") + "a label "
                    + format.keepLabel());
        }
        double[][] keep = new double[texts.size()][];
        for (int row = 0; row < keep.length; row++) {
            keep[row] = new double[texts.get(row).count()];
            for (int token = 0; token < keep[row].length; token++) {
                keep[row][token] = checked(probability(numbers, (row * longest + token) * labels, labels));
            }
        }
        return keep;
    }

    private double probability(FloatBuffer numbers, int at, int labels) {
        double kept = numbers.get(at + format.keepLabel());
        return switch (format.activation()) {
            case NONE -> kept;
            case SIGMOID -> 1 / (1 + StrictMath.exp(-kept));
            case SOFTMAX -> {
                // The share of the kept one, without ever raising to a great power.
                double sum = 0;
                for (int label = 0; label < labels; label++) {
                    sum += StrictMath.exp(numbers.get(at + label) - kept);
                }
                yield 1 / sum;
            }
        };
    }

    private double checked(double probability) {
        // Rounding of small floating-point numbers is no error.
        if (!(probability >= -1e-3 && probability <= 1 + 1e-3)) {
            throw new IllegalStateException(file.toAbsolutePath() + " gives " + probability + " in " + output
                    + ", but a probability was expected after the activation " + format.activation());
        }
        return Math.min(1, Math.max(0, probability));
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(file.toAbsolutePath() + " " + what);
    }

    @Override
    public void close() {
        close(session);
    }

    private static void close(@Nullable OrtSession session) {
        try {
            if (session != null) {
                session.close();
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the model can not be closed: " + e.getMessage(), e);
        }
    }
}
