package dev.tidegate.controller.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidegate.controller.explain.Explanation;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.view.ErrorView;
import dev.tidegate.controller.view.Json;
import dev.tidegate.controller.view.SuggestionsView;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Asks a running Tidegate over its admin API.
final class AdminClient {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final URI admin;

    AdminClient(URI admin) {
        this.admin = admin;
    }

    /// Fails: [AdminRefused] with a line for the person at the command line.
    Explanation explain(String method, String url, Optional<String> client, List<String> headers) {
        StringBuilder query = new StringBuilder("/api/explain?method=" + encoded(method) + "&url=" + encoded(url));
        client.ifPresent(address -> query.append("&client=").append(encoded(address)));
        headers.forEach(header -> query.append("&header=").append(encoded(header)));
        return get(query.toString(), Explanation.class);
    }

    /// Fails: as [#explain].
    SuggestionsView suggestions(ObjectKey service) {
        return get("/api/policy/suggestions?service=" + encoded(service.path()), SuggestionsView.class);
    }

    private <T> T get(String path, Class<T> view) {
        String base = admin.toString().replaceAll("/+$", "");
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .version(HttpClient.Version.HTTP_1_1)
                .build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                    .timeout(ANSWER)
                    .build();
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AdminRefused("--admin " + base + ": " + answer.statusCode() + refusal(answer.body()));
            }
            return Json.read(answer.body(), view);
        } catch (IOException unreachable) {
            String problem = unreachable instanceof ConnectException
                    ? "nothing listens there"
                    : "no answer of a running Tidegate";
            throw new AdminRefused("--admin " + base + ": " + problem + " (expected: --admin URL, or --manifests DIR)");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AdminRefused("--admin " + base + ": interrupted");
        }
    }

    /// What the API says of itself; an answer of somebody else has nothing to say.
    private static String refusal(byte[] body) {
        try {
            ErrorView error = Json.read(body, ErrorView.class);
            return " " + error.reason() + ": " + error.message();
        } catch (IOException | RuntimeException notOurs) {
            return ", not by a Tidegate's admin API (expected: --admin URL, or --manifests DIR)";
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
