package dev.tidegate.e2e;

import java.io.IOException;
import java.io.InputStream;

/// A body in chunks (RFC 9112 §7.1); trailers are read and forgotten.
final class ChunkedBody extends InputStream {

    private final InputStream in;
    private SizedBody chunk;
    private boolean first = true;
    private boolean over;

    ChunkedBody(InputStream in) {
        this.in = in;
        this.chunk = new SizedBody(in, 0);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (!over) {
            int read = chunk.read(into, offset, length);
            if (read >= 0) {
                return read;
            }
            next();
        }
        return -1;
    }

    private void next() throws IOException {
        if (!first) {
            HttpConnection.Lines.read(in); // the end of the last chunk's data
        }
        first = false;
        long size =
                Long.parseLong(HttpConnection.Lines.read(in).split(";", 2)[0].strip(), 16);
        chunk = new SizedBody(in, size);
        if (size == 0) {
            over = true;
            while (!HttpConnection.Lines.read(in).isEmpty()) {
                // a trailer
            }
        }
    }
}
