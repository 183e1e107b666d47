package dev.tidegate.dns.respond;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;

/// One client's connection: questions one after the other, each answered before the next is read.
///
/// It ends when the client ends it, says what is no question, or is slower over one than it may be, which [TcpPort]
/// watches.
///
/// Source: RFC 1035 §4.2.2 (two bytes of length), RFC 7766 §8 (length and message in one write).
final class TcpConnection {

    private static final int LARGEST_QUERY = 4096;

    private final Socket socket;
    private final InetAddress client;
    private final long network;
    private final PacketAnswers answers;
    private volatile long sinceNanos = System.nanoTime();

    TcpConnection(Socket socket, long network, PacketAnswers answers) {
        this.socket = socket;
        this.client = socket.getInetAddress();
        this.network = network;
        this.answers = answers;
    }

    long network() {
        return network;
    }

    /// When it had its last answer ready; [System#nanoTime].
    long sinceNanos() {
        return sinceNanos;
    }

    /// Blocks until it ends.
    void serve() {
        try {
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            boolean more = true;
            while (more) {
                more = answer(in, out);
            }
        } catch (IOException ended) {
            // by the client, or for being slow
        }
    }

    private boolean answer(DataInputStream in, OutputStream out) throws IOException {
        int length = in.readUnsignedShort();
        if (length > LARGEST_QUERY) {
            return false;
        }
        byte[] query = new byte[length];
        in.readFully(query);
        byte[] answer = answers.overTcp(query, client);
        if (answer == null) {
            return false;
        }
        // before the client has it, who thus finds that he was heard last
        sinceNanos = System.nanoTime();
        out.write(ByteBuffer.allocate(2 + answer.length)
                .putShort((short) answer.length)
                .put(answer)
                .array());
        return true;
    }

    void close() {
        close(socket);
    }

    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // closing is all that was wanted
        }
    }
}
