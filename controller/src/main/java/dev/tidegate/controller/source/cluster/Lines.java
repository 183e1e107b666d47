package dev.tidegate.controller.source.cluster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts a stream of bytes into lines, as they come. Between two lines it holds nothing.
///
/// Threads: one at a time.
final class Lines {

    /// A Secret is at most 1 MiB, a third more in base64, and its field management comes on top.
    private static final int LONGEST = 4 << 20;

    private final Taker line;
    private @Nullable ByteArrayOutputStream begun;

    /// Takes one line, without its end.
    interface Taker {

        void line(byte[] line) throws IOException;
    }

    Lines(Taker line) {
        this.line = line;
    }

    /// Fails: [IOException] if a line is longer than any that a server sends, or is not taken.
    void take(List<ByteBuffer> chunk) throws IOException {
        for (ByteBuffer bytes : chunk) {
            take(bytes);
        }
    }

    private void take(ByteBuffer bytes) throws IOException {
        int end = indexOfEnd(bytes);
        while (end >= 0) {
            byte[] part = next(bytes, end - bytes.position());
            bytes.get();
            line.line(whole(part));
            end = indexOfEnd(bytes);
        }
        if (bytes.hasRemaining()) {
            keep(next(bytes, bytes.remaining()));
        }
    }

    private byte[] whole(byte[] part) throws IOException {
        if (begun == null) {
            return part;
        }
        keep(part);
        byte[] whole = begun.toByteArray();
        begun = null;
        return whole;
    }

    private void keep(byte[] part) throws IOException {
        if (begun == null) {
            begun = new ByteArrayOutputStream(part.length);
        }
        if (begun.size() + part.length > LONGEST) {
            throw new IOException("a line of more than " + LONGEST + " bytes");
        }
        begun.writeBytes(part);
    }

    private static int indexOfEnd(ByteBuffer bytes) {
        for (int at = bytes.position(); at < bytes.limit(); at++) {
            if (bytes.get(at) == '\n') {
                return at;
            }
        }
        return -1;
    }

    private static byte[] next(ByteBuffer bytes, int length) {
        byte[] part = new byte[length];
        bytes.get(part);
        return part;
    }
}
