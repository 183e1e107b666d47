package dev.tidegate.controller.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// A client like anybody else's.
final class Http {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = new JsonMapper();

    private Http() {}

    static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return send(CLIENT, request("localhost:" + port, path).build());
    }

    /// `headers`: names and values in turn.
    static HttpResponse<String> ask(String method, String authority, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(authority, path).method(method, HttpRequest.BodyPublishers.noBody());
        return send(
                CLIENT,
                headers.length == 0 ? request.build() : request.headers(headers).build());
    }

    /// As if from another machine: `peer` is an address of the loopback network.
    static HttpResponse<String> askFrom(String peer, String authority, String path, String... headers)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.ofLiteral(peer))
                .build()) {
            HttpRequest.Builder request = request(authority, path);
            return send(
                    client,
                    headers.length == 0
                            ? request.build()
                            : request.headers(headers).build());
        }
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    private static HttpRequest.Builder request(String authority, String path) {
        return HttpRequest.newBuilder(URI.create("http://" + authority + path)).timeout(Duration.ofSeconds(20));
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request)
            throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
