package io.github.headroom4j.eval.embedding;

import io.github.headroom4j.eval.dataset.DatasetException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The file of recorded embeddings, packed by GZIP: a mark, the model's name, the dimension and the number of texts, then for
 * each text the first 8 bytes of its SHA-256 and its {@linkplain VectorCode code}, ordered by the former. That two of 20,000
 * texts share 8 bytes has a probability of 1 in 10 to the 11.
 *
 * @param model the model's name
 * @param dimension components per vector
 * @param codes the vectors by the texts' keys
 */
record Recording(String model, int dimension, SortedMap<Long, byte[]> codes) {

    /** "HRE", and the version of the format. */
    private static final int MARK = 0x48524501;

    private static final int MAX_DIMENSION = 8_192;

    private static final int MAX_TEXTS = 1_000_000;

    /** 256 MiB of codes: 700,000 texts of 384 components. Packed zeros are a thousandth of that, so a small file may say more. */
    private static final long MAX_BYTES = 256L << 20;

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /**
     * What a text is found by. Sentence models do not see how words are spaced, so spacing makes no difference here; a copy
     * of a sentence that was indented or wrapped otherwise needs no vector of its own.
     */
    static long key(String text) {
        String words = SPACE.matcher(text).replaceAll(" ").strip();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static Recording read(Path file) {
        try (InputStream packed = Files.newInputStream(file);
                DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(packed)))) {
            if (in.readInt() != MARK) {
                throw new DatasetException(file + ": holds no recorded embeddings of this format");
            }
            String model = in.readUTF();
            int dimension = checked(file, "dimension", in.readInt(), MAX_DIMENSION);
            int count = checked(file, "number of texts", in.readInt(), MAX_TEXTS);
            if ((long) dimension * count > MAX_BYTES) {
                throw new DatasetException(file + ": " + count + " texts of dimension " + dimension
                        + " must have at most " + MAX_BYTES + " bytes");
            }
            SortedMap<Long, byte[]> codes = new TreeMap<>();
            for (int i = 0; i < count; i++) {
                long key = in.readLong();
                byte[] code = new byte[dimension];
                in.readFully(code);
                codes.put(key, code);
            }
            return new Recording(model, dimension, codes);
        } catch (EOFException e) {
            throw new DatasetException(file + ": ends within a recorded embedding", e);
        } catch (IOException e) {
            throw new DatasetException(file + ": cannot be read: " + e, e);
        }
    }

    private static int checked(Path file, String what, int value, int most) {
        if (value < 0 || value > most) {
            throw new DatasetException(file + ": the " + what + " must be at most " + most + ", but is " + value);
        }
        return value;
    }

    void write(Path file) throws IOException {
        try (OutputStream packed = Files.newOutputStream(file);
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(packed)))) {
            out.writeInt(MARK);
            out.writeUTF(model);
            out.writeInt(dimension);
            out.writeInt(codes.size());
            for (Map.Entry<Long, byte[]> text : codes.entrySet()) {
                out.writeLong(text.getKey());
                out.write(text.getValue());
            }
        }
    }
}
