package dev.tidegate.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Random;
import java.util.zip.CRC32C;

/// A body of any length that nobody has to hold: pieces of noise, each begun at another place, so that a lost,
/// doubled or exchanged piece changes the checksum.
final class BodyPattern {

    /// What a body came to. `crc32c`: RFC 3720 appendix B.4.
    record Sum(long bytes, long crc32c) {}

    static final int PIECE = 64 * 1024;

    private static final int STEP = 7919;
    private static final byte[] NOISE = new byte[2 * PIECE];

    static {
        new Random(STEP).nextBytes(NOISE);
    }

    private BodyPattern() {}

    /// `bytes` is a multiple of [#PIECE].
    static Sum write(OutputStream to, long bytes) throws IOException {
        CRC32C crc = new CRC32C();
        for (long piece = 0; piece < bytes / PIECE; piece++) {
            int begin = (int) (piece * STEP % PIECE);
            to.write(NOISE, begin, PIECE);
            crc.update(NOISE, begin, PIECE);
        }
        to.flush();
        return new Sum(bytes, crc.getValue());
    }

    /// Reads to the end.
    static Sum read(InputStream from) throws IOException {
        CRC32C crc = new CRC32C();
        byte[] buffer = new byte[PIECE];
        long bytes = 0;
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            crc.update(buffer, 0, read);
            bytes += read;
        }
        return new Sum(bytes, crc.getValue());
    }
}
