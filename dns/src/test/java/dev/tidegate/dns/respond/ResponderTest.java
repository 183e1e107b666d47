package dev.tidegate.dns.respond;

import static dev.tidegate.dns.respond.Served.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.tidegate.dns.zone.Zones;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Message;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;

/// Over real sockets on loopback.
class ResponderTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final ResponderOptions ANY_PORT = ResponderOptions.of(new InetSocketAddress(LOOPBACK, 0));

    private final List<RuntimeException> faults = new CopyOnWriteArrayList<>();
    private volatile Zones zones = Served.ZONES;
    private Responder responder = Responder.start(ANY_PORT, () -> zones, faults::add);

    @AfterEach
    void close() {
        responder.close();
        assertThat(faults).isEmpty();
        assertThat(responder.counts().faults()).isZero();
    }

    private void restart(ResponderOptions options) {
        responder.close();
        responder = Responder.start(options, () -> zones, faults::add);
    }

    private Message ask(String text, boolean tcp) throws IOException {
        SimpleResolver resolver = new SimpleResolver(new InetSocketAddress(LOOPBACK, responder.port()));
        resolver.setTimeout(Duration.ofSeconds(10));
        resolver.setTCP(tcp);
        return resolver.send(question(text));
    }

    private String address(String text) throws IOException {
        return ask(text, false).getSection(Section.ANSWER).getFirst().rdataToString();
    }

    @Test
    void a_question_is_answered_over_udp_and_over_tcp() throws IOException {
        assertThat(address("A shop.example")).isEqualTo("192.0.2.1");
        assertThat(ask("A shop.example", true).getSection(Section.ANSWER)).hasSize(1);
        assertThat(responder.counts().questions()).hasToString("{A=2}");
        assertThat(responder.counts().connections()).isEqualTo(1);
    }

    @Test
    void what_does_not_fit_is_had_over_tcp() throws IOException {
        restart(ANY_PORT.withTrusted(_ -> false));
        assertThat(ask("A crowd.example", false).getSection(Section.ANSWER)).hasSize(60);
        assertThat(responder.counts().truncated()).isEqualTo(1);
        assertThat(responder.counts().connections()).isEqualTo(1);
    }

    @Test
    void other_zones_are_seen_by_the_next_question() throws IOException {
        zones = Served.zones("192.0.2.200");
        assertThat(address("A shop.example")).isEqualTo("192.0.2.200");
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(LOOPBACK, responder.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static void write(Socket socket, byte[] message) throws IOException {
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        out.writeShort(message.length);
        out.write(message);
        out.flush();
    }

    private static Message read(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] message = new byte[in.readUnsignedShort()];
        in.readFully(message);
        return new Message(message);
    }

    @Test
    void a_connection_takes_several_questions_without_waiting() throws IOException {
        try (Socket socket = connect()) {
            write(socket, question("A shop.example").toWire());
            write(socket, question("A crowd.example").toWire());
            write(socket, question("A nobody.example").toWire());
            assertThat(read(socket).getSection(Section.ANSWER)).hasSize(1);
            assertThat(read(socket).getSection(Section.ANSWER)).hasSize(60);
            assertThat(read(socket).getSection(Section.AUTHORITY)).hasSize(1);
        }
    }

    @Test
    void a_connection_that_says_nothing_is_closed() throws IOException {
        restart(ANY_PORT.withTcp(8, Duration.ofMillis(200)));
        try (Socket idle = connect();
                Socket halfway = connect()) {
            halfway.getOutputStream().write(new byte[] {0, 40, 1, 2});
            assertThat(idle.getInputStream().read()).isEqualTo(-1);
            assertThat(halfway.getInputStream().read()).isEqualTo(-1);
        }
        await().until(() -> responder.counts().openConnections() == 0);
    }

    @Test
    void a_connection_with_nonsense_is_closed() throws IOException {
        restart(ANY_PORT.withTcp(8, Duration.ofMinutes(1)));
        try (Socket answering = connect();
                Socket huge = connect()) {
            byte[] answer = question("A shop.example").toWire();
            answer[2] |= (byte) 0x80;
            write(answering, answer);
            huge.getOutputStream().write(new byte[] {(byte) 0xff, (byte) 0xff});
            assertThat(answering.getInputStream().read()).isEqualTo(-1);
            assertThat(huge.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void there_is_always_room_for_one_more_connection() throws IOException {
        restart(ANY_PORT.withTcp(4, Duration.ofMinutes(1)));
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                Socket socket = connect();
                sockets.add(socket);
                write(socket, question("A shop.example").toWire());
                read(socket);
            }
            assertThat(sockets.getFirst().getInputStream().read()).isEqualTo(-1);
            assertThat(responder.counts().openConnections()).isEqualTo(4);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void one_network_has_a_quarter_of_the_connections() throws IOException {
        restart(ANY_PORT.withTcp(8, Duration.ofMinutes(1)).withTrusted(_ -> false));
        try (Socket first = connect();
                Socket second = connect();
                Socket third = connect()) {
            assertThat(third.getInputStream().read()).isEqualTo(-1);
            write(first, question("A shop.example").toWire());
            write(second, question("A shop.example").toWire());
            assertThat(read(first).getSection(Section.ANSWER)).hasSize(1);
            assertThat(read(second).getSection(Section.ANSWER)).hasSize(1);
        }
        assertThat(responder.counts().refusedConnections()).isEqualTo(1);
    }

    @Test
    void a_port_that_is_taken_is_named_with_its_flag() throws IOException {
        try (DatagramSocket taken = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0))) {
            assertThatExceptionOfType(ResponderException.class)
                    .isThrownBy(() -> start(taken.getLocalPort()))
                    .withMessage("--dns-port " + taken.getLocalPort()
                            + ": cannot listen over UDP (expected: a free port that this user may bind)");
        }
        try (ServerSocket taken = new ServerSocket(0, 1, LOOPBACK)) {
            assertThatExceptionOfType(ResponderException.class)
                    .isThrownBy(() -> start(taken.getLocalPort()))
                    .withMessage("--dns-port " + taken.getLocalPort()
                            + ": cannot listen over TCP (expected: a free port that this user may bind)");
            new DatagramSocket(new InetSocketAddress(LOOPBACK, taken.getLocalPort())).close();
        }
    }

    @Test
    void who_may_not_bind_a_low_port_is_told_of_a_high_one() {
        assertThat(ResponderException.of("UDP", 53, new BindException("Permission denied")))
                .hasMessage("--dns-port 53: cannot listen over UDP"
                        + " (expected: a free port that this user may bind, as 8053, to which port 53 of a Service may"
                        + " lead)");
    }

    private void start(int port) {
        Responder.start(ResponderOptions.of(new InetSocketAddress(LOOPBACK, port)), () -> zones, faults::add)
                .close();
    }

    @Test
    void a_closed_one_leaves_its_port_and_its_connections() throws IOException {
        try (Socket socket = connect()) {
            write(socket, question("A shop.example").toWire());
            read(socket);
            responder.close();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        start(responder.port());
    }
}
