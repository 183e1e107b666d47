package dev.tidegate.e2e.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidegate.e2e.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What the API server was asked, by whom, and how it answered: one line a request, written before the answer is
/// whole; that of a watch once it has begun, and another when it ends.
///
/// Source: audit.k8s.io/v1 Event.
record AuditLog(Path file) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// Of a certain group only, and without what was sent and answered.
    static String policy(String group) {
        return """
            apiVersion: audit.k8s.io/v1
            kind: Policy
            omitStages: [RequestReceived]
            rules: [{level: Metadata, userGroups: ["%s"]}, {level: None}]
            """.formatted(group);
    }

    /// `verb`: as RBAC has it. `resource`: with its subresource, as `ingresses/status`. `name`: also where a list
    /// or a watch asks for that one only; empty if there is none. `code`: of the answer.
    record Request(String user, String verb, String group, String resource, String namespace, String name, int code) {

        Right right() {
            return new Right(group, resource, verb);
        }
    }

    /// What a rule of RBAC grants, taken apart.
    record Right(String group, String resource, String verb) {}

    /// How much there is by now.
    long mark() {
        return lines().size();
    }

    /// What was asked by an account of Tidegate's namespace after that mark, as far as it was for objects.
    List<Request> since(long mark, String account) {
        String user = "system:serviceaccount:" + TidegateAccount.NAMESPACE + ":" + account;
        return lines().stream()
                .skip(mark)
                .map(AuditLog::parsed)
                .filter(event -> event.has("objectRef"))
                .map(AuditLog::request)
                .filter(request -> request.user().equals(user))
                .toList();
    }

    /// Until each of these rights has been used by that account after that mark.
    void await(long mark, String account, Set<Right> rights) {
        Await.until(
                "the rights " + rights + " are used",
                () -> since(mark, account).stream()
                        .map(Request::right)
                        .collect(Collectors.toSet())
                        .containsAll(rights));
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException noEvent) {
            throw new AssertionError("no audit event: " + line, noEvent);
        }
    }

    private static Request request(JsonNode event) {
        JsonNode object = event.get("objectRef");
        String subresource = object.path("subresource").asText();
        return new Request(
                event.path("user").path("username").asText(),
                event.path("verb").asText(),
                object.path("apiGroup").asText(),
                object.path("resource").asText() + (subresource.isEmpty() ? "" : "/" + subresource),
                object.path("namespace").asText(),
                object.path("name").asText(),
                event.path("responseStatus").path("code").asInt());
    }
}
