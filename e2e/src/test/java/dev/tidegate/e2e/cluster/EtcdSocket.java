package dev.tidegate.e2e.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// An etcd's JSON interface on a Unix domain socket, for which Java's HTTP client has no way.
///
/// Source: etcd's gRPC gateway.
record EtcdSocket(Path file) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// Shape: a path and what it is called with → what it answers. Fails: if that is no 200.
    JsonNode call(String path, String body) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
            String request = "POST " + path + " HTTP/1.0\r\nHost: etcd\r\nContent-Type: application/json\r\n"
                    + "Content-Length: " + body.length() + "\r\n\r\n" + body;
            Channels.newOutputStream(channel).write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
            if (!answer.startsWith("HTTP/1.0 200 ")) {
                throw new AssertionError("etcd " + path + ": " + answer);
            }
            return JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n")));
        } catch (IOException failed) {
            throw new UncheckedIOException("etcd " + path, failed);
        }
    }
}
