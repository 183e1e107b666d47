package dev.tidegate.gateway.observe;

import io.netty.util.internal.PlatformDependent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// The access log: event loops hand records over without waiting, one thread formats and writes them in batches.
///
/// The queue is bounded. When the log's reader cannot keep up, records are dropped and counted: a request never waits
/// for its log line. Threads: `offer` from any event loop; `close` writes what is queued.
public final class AccessLog implements AutoCloseable {

    private static final int CAPACITY = 1 << 16;
    private static final int BATCH = 1 << 8;
    private static final long PAUSE_NS = Duration.ofMillis(20).toNanos();

    private final Queue<AccessRecord> queue = PlatformDependent.newFixedMpscQueue(CAPACITY);
    private final AtomicLong dropped = new AtomicLong();
    private final AccessFormat format;
    private final OutputStream out;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final Thread writer;
    private char[] chars = {};
    private byte[] bytes = {};
    private volatile boolean closing;

    private AccessLog(AccessFormat format, OutputStream out) {
        this.format = format;
        this.out = out;
        this.writer = Thread.ofPlatform().name("access-log").daemon().unstarted(this::run);
    }

    /// Begins to write to `out`, which stays the caller's.
    public static AccessLog start(AccessFormat format, OutputStream out) {
        AccessLog log = new AccessLog(format, out);
        log.writer.start();
        return log;
    }

    public void offer(AccessRecord record) {
        if (!queue.offer(record)) {
            dropped.incrementAndGet();
        }
    }

    /// How many records were dropped because the queue was full, or because the stream refused them.
    public long dropped() {
        return dropped.get();
    }

    private void run() {
        StringBuilder text = new StringBuilder(BATCH * 256);
        while (true) {
            boolean last = closing;
            boolean wrote = drain(text);
            if (last && !wrote) {
                return;
            }
            if (!wrote) {
                LockSupport.parkNanos(PAUSE_NS);
            }
        }
    }

    private boolean drain(StringBuilder text) {
        int records = 0;
        for (AccessRecord record; records < BATCH && (record = queue.poll()) != null; records++) {
            format.append(record, text);
        }
        if (records > 0) {
            write(text, records);
            text.setLength(0);
        }
        return records > 0;
    }

    private void write(StringBuilder text, int records) {
        try {
            int length = encode(text);
            out.write(bytes, 0, length);
            out.flush();
        } catch (IOException unwritable) {
            dropped.addAndGet(records);
        }
    }

    /// Into arrays that stay: a string and its bytes would be a tenth of the heap that a request takes. Gives the
    /// count.
    private int encode(StringBuilder text) {
        int length = text.length();
        if (chars.length < length) {
            chars = new char[length];
            bytes = new byte[(int) Math.ceil(encoder.maxBytesPerChar() * length)];
        }
        text.getChars(0, length, chars, 0);
        ByteBuffer to = ByteBuffer.wrap(bytes);
        encoder.reset();
        encoder.encode(CharBuffer.wrap(chars, 0, length), to, true);
        encoder.flush(to);
        return to.position();
    }

    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(writer);
        try {
            writer.join(Duration.ofSeconds(5));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
