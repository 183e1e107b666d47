package dev.tidegate.controller.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Requests that a well-behaved client would not let anybody write.
final class RawHttp {

    private RawHttp() {}

    /// Shape: a port of loopback, a target, a `Host` → the status.
    static int status(int port, String target, String host) throws IOException {
        return Integer.parseInt(answer(port, target, host).split(" ", 3)[1]);
    }

    /// Shape: as [#status] → the body, as it was sent.
    static String body(int port, String target, String host) throws IOException {
        String answer = answer(port, target, host);
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    private static String answer(int port, String target, String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
