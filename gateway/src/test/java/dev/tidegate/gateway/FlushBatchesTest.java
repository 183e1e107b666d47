package dev.tidegate.gateway;

import static dev.tidegate.gateway.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.gateway.Frames.Frame;
import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.table.Protocol;
import dev.tidegate.tls.ServerCertificate;
import dev.tidegate.tls.TestCertificates;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

/// Sixteen calls that come at once, seen on the wire: over TLS each flush is a record of its own, so records tell how
/// often a connection was written to.
class FlushBatchesTest {

    private static final int CALLS = 16;
    private static final int PREFACE = 24;

    /// The streams that ended, and in how many records their frames came.
    private record Seen(List<Integer> streams, int records) {}

    private static Seen streams(InputStream in, int count, int skip) throws IOException {
        List<Integer> ended = new ArrayList<>();
        int records = 0;
        for (int preface = skip; ended.size() < count; preface = 0) {
            List<Frame> frames = Frames.read(in, preface);
            assertThat(frames)
                    .as("a record, with %s streams ended", ended.size())
                    .isNotEmpty();
            records += frames.stream().anyMatch(it -> it.type() == Frames.HEADERS || it.type() == Frames.DATA) ? 1 : 0;
            frames.stream().filter(Frame::endsStream).map(Frame::stream).forEach(ended::add);
        }
        return new Seen(ended, records);
    }

    /// Answers a first call, then all of the others at once. Its result: how those came.
    private static Seen serve(SSLServerSocket listening) {
        try (SSLSocket socket = (SSLSocket) listening.accept()) {
            InputStream in = socket.getInputStream();
            byte[] settings = new Frames()
                    .add(Frames.SETTINGS, 0, 0, new byte[0])
                    .add(Frames.SETTINGS, Frames.ACK, 0, new byte[0])
                    .toBytes();
            socket.getOutputStream().write(settings);
            Seen first = streams(in, 1, PREFACE);
            socket.getOutputStream().write(answers(first).toBytes());
            Seen rest = streams(in, CALLS, 0);
            socket.getOutputStream().write(answers(rest).toBytes());
            in.read(); // until the gateway has had enough
            return rest;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Frames answers(Seen calls) {
        Frames answers = new Frames();
        calls.streams().forEach(answers::answer);
        return answers;
    }

    private static SSLServerSocket listen() throws GeneralSecurityException, IOException {
        ServerCertificate certificate =
                TestCertificates.selfSigned("shop.example").certificate();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry(
                "backend", certificate.key(), new char[0], certificate.chain().toArray(Certificate[]::new));
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        SSLServerSocket listening = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 4, InetAddress.getLoopbackAddress());
        listening.setSoTimeout((int) Waiting.BOUND.toMillis());
        SSLParameters parameters = listening.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        listening.setSSLParameters(parameters);
        return listening;
    }

    @Test
    void calls_that_come_together_leave_together_and_so_do_their_answers() throws Exception {
        try (SSLServerSocket listening = listen()) {
            CompletableFuture<Seen> backend = CompletableFuture.supplyAsync(() -> serve(listening));
            Seen answered;
            try (TestGateway gateway = TestGateway.serving(table().speaking(Protocol.H2)
                            .prefix("/", new Endpoint("127.0.0.1", listening.getLocalPort()))
                            .build());
                    SSLSocket client =
                            Handshakes.handshake(gateway.tlsPort(), "shop.example", List.of("h2"), "TLSv1.3")) {
                client.getOutputStream().write(Frames.preface().call(1).toBytes());
                streams(client.getInputStream(), 1, 0);
                Frames calls = new Frames();
                IntStream.range(0, CALLS).forEach(call -> calls.call(3 + 2 * call));
                client.getOutputStream().write(calls.toBytes());
                answered = streams(client.getInputStream(), CALLS, 0);
            }
            assertThat(answered.records()).as("records to the client").isLessThan(CALLS / 2);
            assertThat(backend.get().records()).as("records to the endpoint").isLessThan(CALLS / 2);
        }
    }
}
