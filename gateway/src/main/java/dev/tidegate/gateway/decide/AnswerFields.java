package dev.tidegate.gateway.decide;

import dev.tidegate.gateway.table.AnswerRules;
import dev.tidegate.gateway.table.Cors;
import dev.tidegate.gateway.table.Hsts;
import dev.tidegate.gateway.table.Policies;
import org.jspecify.annotations.Nullable;

/// The header fields that policies give to every answer of a route, the gateway's own and the backend's alike. They
/// stand instead of what a backend says under the same names.
///
/// Source: ingress-nginx; CORS as the Fetch standard has it.
public final class AnswerFields {

    /// The fields of an answer that is not sent yet.
    public interface Sink {

        /// Instead of whatever stands under this name.
        void set(String name, String value);

        /// Beside it.
        void add(String name, String value);
    }

    private AnswerFields() {}

    /// Shape: whether the client's connection is encrypted, the value of `Origin`, the policies of the route,
    /// what holds for all answers → each field, name and value, to the sink.
    public static void of(boolean encrypted, @Nullable String origin, Policies policies, AnswerRules rules, Sink sink) {
        Hsts hsts = rules.hsts().orElse(null);
        if (hsts != null && encrypted) {
            sink.set("strict-transport-security", hsts.text());
        }
        Cors cors = policies.cors();
        if (cors != null) {
            of(cors, cors.allowed(origin), sink);
        }
    }

    /// A cache must not serve one origin's answer to another (Fetch, "CORS protocol and HTTP caches").
    private static void of(Cors cors, @Nullable String allowed, Sink sink) {
        if (!cors.origins().isEmpty()) {
            sink.add("vary", "Origin");
        }
        if (allowed == null) {
            return;
        }
        sink.set("access-control-allow-origin", allowed);
        if (cors.credentials()) {
            sink.set("access-control-allow-credentials", "true");
        }
        sink.set("access-control-allow-methods", cors.methods());
        sink.set("access-control-allow-headers", cors.headers());
        if (!cors.exposed().isEmpty()) {
            sink.set("access-control-expose-headers", cors.exposed());
        }
        sink.set("access-control-max-age", cors.maxAge());
    }
}
