package dev.tidegate.gateway.warmup;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// First clients bring connections with them, and so do the two ends of a warm-up.
class ConnectionsTest {

    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    @Test
    void each_of_the_first_requests_has_a_connection_of_its_own_and_later_ones_share() throws IOException {
        AtomicInteger accepted = new AtomicInteger();
        try (ServerSocket listening = new ServerSocket(0, 64, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> accept(listening, accepted));
            try (PlainCaller caller = new PlainCaller(listening.getLocalPort(), "warm-up.invalid", "/")) {
                ask(caller, 64);
                int first = accepted.get();
                ask(caller, 15);
                assertThat(first).isGreaterThanOrEqualTo(64);
                assertThat(accepted).hasValue(first);
                ask(caller, 1);
                assertThat(accepted).hasValue(first + 1);
            }
        }
    }

    private static void ask(PlainCaller caller, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            caller.ask();
        }
    }

    private static void accept(ServerSocket listening, AtomicInteger accepted) {
        while (true) {
            try {
                Socket socket = listening.accept();
                accepted.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void serve(Socket socket) {
        try (socket;
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
            for (String line; (line = in.readLine()) != null; ) {
                if (line.isEmpty()) {
                    socket.getOutputStream().write(ANSWER.getBytes(US_ASCII));
                }
            }
        } catch (IOException gone) {
            // so is who asked
        }
    }

    @Test
    void the_origin_ends_its_first_connections_after_one_answer_and_says_so() throws IOException {
        try (LoopbackOrigin origin = LoopbackOrigin.open();
                Socket socket = new Socket(
                        origin.endpoint().address(), origin.endpoint().port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: warm-up.invalid\r\n\r\n".getBytes(US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").contains("\r\nConnection: close\r\n");
        }
    }
}
