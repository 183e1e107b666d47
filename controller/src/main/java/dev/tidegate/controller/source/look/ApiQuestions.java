package dev.tidegate.controller.source.look;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidegate.controller.source.SourceRefused;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Plain questions to an API server, each answered or refused by itself.
///
/// Fails: [SourceRefused] if it does not answer at all, or does not know who asks.
///
/// Threads: any; each question waits for its answer.
final class ApiQuestions {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 200;
    private static final String STATUS = "status ";

    private final KubernetesClient client;

    ApiQuestions(KubernetesClient client) {
        this.client = client;
    }

    sealed interface Answer {
        record Read(JsonNode json) implements Answer {}

        record Absent() implements Answer {}

        /// `why`: one line.
        record Refused(String why) implements Answer {}
    }

    /// `refused`: empty if it was all read. `whole`: false if there is more than was asked for.
    record Items(List<JsonNode> items, String refused, boolean whole) {}

    /// Was this a server in trouble, rather than one that says no?
    static boolean trouble(String why) {
        return why.startsWith(STATUS);
    }

    Answer get(String path) {
        return ask(path, "GET", null);
    }

    Answer post(String path, ObjectNode body) {
        return ask(path, "POST", body.toString());
    }

    /// `atMost`: objects of it. `kind`, `apiVersion`: which items of a list do not say of themselves.
    Items list(String path, String apiVersion, String kind, int atMost) {
        List<JsonNode> items = new ArrayList<>();
        String next = "";
        do {
            int limit = Math.min(PAGE, atMost - items.size());
            String query = "?limit=" + limit + (next.isEmpty() ? "" : "&continue=" + next);
            switch (get(path + query)) {
                case Answer.Absent _ -> {
                    return new Items(List.of(), "not served", true);
                }
                case Answer.Refused refused -> {
                    return new Items(items, refused.why(), true);
                }
                case Answer.Read read -> {
                    for (JsonNode item : read.json().path("items")) {
                        items.add(item.<ObjectNode>deepCopy()
                                .put("apiVersion", apiVersion)
                                .put("kind", kind));
                    }
                    next = read.json().at("/metadata/continue").asText("");
                }
            }
        } while (!next.isEmpty() && items.size() < atMost);
        return new Items(items, "", next.isEmpty());
    }

    private Answer ask(String path, String method, @Nullable String body) {
        try {
            String answer = client.raw(path, method, body);
            return answer == null ? new Answer.Absent() : new Answer.Read(JSON.readTree(answer));
        } catch (KubernetesClientException failure) {
            if (failure.getCode() <= 0) {
                throw SourceRefused.of(client.getMasterUrl(), reason(failure), "an API server that answers");
            }
            return switch (failure.getCode()) {
                case HttpURLConnection.HTTP_NOT_FOUND -> new Answer.Absent();
                case HttpURLConnection.HTTP_FORBIDDEN -> new Answer.Refused("forbidden");
                case HttpURLConnection.HTTP_UNAUTHORIZED ->
                    throw SourceRefused.of(
                            client.getMasterUrl(), "unauthorized", "a token or certificate that the API server knows");
                default -> new Answer.Refused(STATUS + failure.getCode());
            };
        } catch (JsonProcessingException noJson) {
            return new Answer.Refused("an answer that is no JSON");
        }
    }

    private static String reason(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage() == null ? innermost.getClass().getSimpleName() : innermost.getMessage();
        return "no answer: " + message.lines().findFirst().orElse("").strip();
    }
}
