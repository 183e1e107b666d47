package dev.tidegate.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// HTTP/2 frames as bytes, to see which of them come together. Source: RFC 9113 §4.1, RFC 7541 for the few header
/// fields, none of them compressed.
final class Frames {

    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int SETTINGS = 4;
    static final int END_STREAM = 1;
    static final int ACK = 1;

    private static final int END_HEADERS = 4;
    private static final int HEAD = 9;

    /// One frame, without what it holds.
    record Frame(int type, int flags, int stream) {

        boolean endsStream() {
            return (type == DATA || type == HEADERS) && (flags & END_STREAM) != 0;
        }
    }

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static Frames preface() {
        Frames frames = new Frames();
        frames.bytes.writeBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return frames.add(SETTINGS, 0, 0, new byte[0]);
    }

    /// `POST https://shop.example/` with `content-type: grpc` and a short body.
    Frames call(int stream) {
        byte[] fields = HexFormat.of().parseHex("838784" + "010c" + hex("shop.example") + "0f1004" + hex("grpc"));
        return add(HEADERS, END_HEADERS, stream, fields).add(DATA, END_STREAM, stream, new byte[20]);
    }

    /// 200, a short body, and a trailer `s: 0`.
    Frames answer(int stream) {
        return add(HEADERS, END_HEADERS, stream, HexFormat.of().parseHex("88" + "0f1004" + hex("grpc")))
                .add(DATA, 0, stream, new byte[20])
                .add(HEADERS, END_HEADERS | END_STREAM, stream, HexFormat.of().parseHex("000173" + "0130"));
    }

    Frames add(int type, int flags, int stream, byte[] payload) {
        byte[] head = {
            (byte) (payload.length >> 16),
            (byte) (payload.length >> 8),
            (byte) payload.length,
            (byte) type,
            (byte) flags,
            (byte) (stream >> 24),
            (byte) (stream >> 16),
            (byte) (stream >> 8),
            (byte) stream
        };
        bytes.writeBytes(head);
        bytes.writeBytes(payload);
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    /// The frames of the next TLS record; empty at the end. None of these tests has a frame in two records.
    static List<Frame> read(InputStream from, int skip) throws IOException {
        byte[] record = new byte[32 * 1024];
        int length = from.read(record);
        List<Frame> frames = new ArrayList<>();
        for (int at = skip; at < length; ) {
            int payload = number(record, at, 3);
            int stream = number(record, at + 5, 4);
            frames.add(new Frame(record[at + 3], record[at + 4], stream));
            at += HEAD + payload;
        }
        return frames;
    }

    private static int number(byte[] record, int at, int length) {
        return new BigInteger(1, record, at, length).intValueExact();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
