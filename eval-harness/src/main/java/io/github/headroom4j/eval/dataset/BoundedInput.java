package io.github.headroom4j.eval.dataset;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read, and ends with a message when a file or one record of it is larger than anybody means. Not thread-safe. */
final class BoundedInput extends FilterInputStream {

    private final String place;
    private final long maxBytes;
    private final long maxRecordBytes;
    private long read;
    private long recordStart;

    BoundedInput(InputStream in, String place, SourceFile.Limits limits) {
        super(in);
        this.place = place;
        this.maxBytes = limits.fileBytes();
        this.maxRecordBytes = limits.recordBytes();
    }

    /** From here on a new record is read; what was read ahead counts for neither. */
    void startRecord() {
        recordStart = read;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > maxBytes) {
            throw new DatasetException(place + ": larger than " + maxBytes + " bytes when unpacked; split the file");
        }
        if (read - recordStart > maxRecordBytes) {
            throw new DatasetException(place + ": after byte " + recordStart + " a record is larger than "
                    + maxRecordBytes + " bytes; is this the right format?");
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
