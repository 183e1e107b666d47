package dev.tidegate.e2e.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidegate.e2e.Answer;
import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.HttpConnection;
import dev.tidegate.e2e.TidegateProcess;
import dev.tidegate.e2e.TlsTrust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.awaitility.core.ConditionTimeoutException;

/// A client as the upstream suite's: a new connection for each request, no retry, and no verification, as what is
/// shown is looked at afterwards.
final class Caller {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");
    private static final int TIMEOUT_MS = 10_000;

    private final TidegateProcess.Ports ports;

    Caller(TidegateProcess tidegate) {
        this.ports = tidegate.ports();
    }

    /// What came back. `certificate`: the first DNS name of the one that was shown; empty without TLS.
    record Reply(Answer answer, String certificate) {

        int status() {
            return answer.status();
        }

        /// What the pod says that answered. Fails: if it was none.
        Echo echo() {
            try {
                return JSON.readValue(answer.body(), Echo.class);
            } catch (JsonProcessingException noPod) {
                throw new AssertionError("no pod answered, but: " + answer, noPod);
            }
        }

        /// The Service that answered, or the status of Tidegate's own answer.
        String outcome() {
            return status() == 200 ? echo().service() : String.valueOf(status());
        }
    }

    Reply get(String host, String path) {
        return send("GET", "http", host, path);
    }

    /// The address and port, where no host is to be named.
    String address() {
        return "127.0.0.1:" + ports.http();
    }

    /// A redirect is followed to its scheme, host and path, on the same address; its port is not looked at.
    Reply follow(String method, String scheme, String host, String path) {
        Reply first = send(method, scheme, host, path);
        if (!REDIRECTS.contains(first.status())) {
            return first;
        }
        URI to = URI.create(first.answer().field("location").orElseThrow());
        return send(method, to.getScheme(), to.getHost(), to.getRawPath().isEmpty() ? "/" : to.getRawPath());
    }

    Reply send(String method, String scheme, String host, String path) {
        boolean encrypted = scheme.equals("https");
        try (Socket plain = new Socket()) {
            plain.setSoTimeout(TIMEOUT_MS);
            int port = encrypted ? ports.https() : ports.http();
            plain.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MS);
            if (!encrypted) {
                return new Reply(exchange(plain, method, host, path), "");
            }
            // Trust of its own each time: a resumed session would show the certificate that it began with.
            SSLSocket socket = TlsTrust.inAnyone().handshake(plain, host);
            return new Reply(exchange(socket, method, host, path), firstName(socket));
        } catch (IOException failed) {
            throw new UncheckedIOException(method + " " + scheme + "://" + host + path, failed);
        }
    }

    private static Answer exchange(Socket socket, String method, String host, String path) throws IOException {
        try (HttpConnection connection = HttpConnection.over(socket)) {
            connection.send(method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n"
                    + "User-Agent: Go-http-client/1.1\r\n"
                    + (WITH_BODY.contains(method) ? "Content-Length: 0\r\n" : "")
                    + "Connection: close\r\n\r\n");
            return connection.readAnswer();
        }
    }

    private static String firstName(SSLSocket socket) throws SSLPeerUnverifiedException {
        return TlsTrust.dnsNames(socket).stream().findFirst().orElse("");
    }

    /// Waits until pods of this namespace answer, which its predecessors may do for another moment.
    void awaitServed(TestNamespace namespace, String host, String path) {
        awaitReply(
                host,
                path,
                "is served from " + namespace.name(),
                reply -> reply.status() == 200 && reply.echo().namespace().equals(namespace.name()));
    }

    /// Waits until the answer has this outcome.
    void awaitOutcome(String host, String path, String outcome) {
        awaitReply(host, path, "gives " + outcome, reply -> reply.outcome().equals(outcome));
    }

    private void awaitReply(String host, String path, String what, Predicate<Reply> expected) {
        AtomicReference<Reply> last = new AtomicReference<>();
        try {
            Await.until(host + path + " " + what, () -> {
                Reply reply = follow("GET", "http", host, path);
                last.set(reply);
                return expected.test(reply);
            });
        } catch (ConditionTimeoutException never) {
            throw new AssertionError(never.getMessage() + "; the last answer was " + last.get(), never);
        }
    }
}
