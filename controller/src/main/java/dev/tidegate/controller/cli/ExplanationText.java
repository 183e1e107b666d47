package dev.tidegate.controller.cli;

import dev.tidegate.controller.explain.Answer;
import dev.tidegate.controller.explain.Explanation;
import dev.tidegate.controller.explain.PathText;
import dev.tidegate.controller.explain.Rival;
import dev.tidegate.gateway.table.Backend;
import dev.tidegate.gateway.table.HostPattern;
import dev.tidegate.gateway.table.Route;
import dev.tidegate.gateway.table.RoutePolicy;
import dev.tidegate.gateway.table.VirtualHost;
import dev.tidegate.tls.ServerCertificate;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/// An explanation on a terminal: a word on the left, its answer on the right.
final class ExplanationText {

    private static final int MOST_RIVALS = 10;

    private final PrintWriter out;

    ExplanationText(PrintWriter out) {
        this.out = out;
    }

    void print(Explanation it) {
        out.println(it.question().text());
        line("answer", answer(it.answer()));
        it.host().ifPresent(host -> line("host", host(host)));
        it.route().ifPresent(this::route);
        if (!it.path().equals(it.question().path())) {
            line("path", it.path() + " (what is matched and forwarded)");
        }
        if (it.answer() instanceof Answer.Proxied(Backend backend)) {
            backend(backend);
        }
        it.certificate().ifPresent(certificate -> line("certificate", certificate(certificate)));
        rivals(it.rivals());
    }

    private static String answer(Answer answer) {
        return switch (answer) {
            case Answer.Proxied(Backend backend) ->
                "from " + backend.source().path() + ", port " + backend.servicePort();
            case Answer.Own own -> own.status() + " " + own.reason().code() + ": " + own.detail();
        };
    }

    private static String host(VirtualHost host) {
        return switch (host.pattern()) {
            case HostPattern.Exact exact -> exact.name() + " (by its exact name)";
            case HostPattern.Wildcard wildcard -> wildcard.text() + " (a wildcard for one label)";
            case HostPattern.Any any -> any.text() + " (rules without a host)";
        };
    }

    private void route(Route route) {
        line(
                "route",
                PathText.of(route.path()) + "  from " + route.source().kind() + " "
                        + route.id().value());
        List<RoutePolicy> policies = route.policies().list();
        line("policies", policies.isEmpty() ? "none" : policy(policies.getFirst()));
        policies.stream().skip(1).forEach(policy -> line("", policy(policy)));
    }

    private static String policy(RoutePolicy policy) {
        return switch (policy) {
            case RoutePolicy.HttpsRedirect redirect -> "clear text is redirected to https with " + redirect.status();
            case RoutePolicy.Timeouts timeouts ->
                "timeouts: connect " + timeouts.connect().toSeconds() + " s, read "
                        + timeouts.read().toSeconds() + " s, send "
                        + timeouts.send().toSeconds() + " s";
            case RoutePolicy.BodyLimit limit ->
                limit.equals(RoutePolicy.BodyLimit.UNLIMITED)
                        ? "request bodies of any size"
                        : "request bodies up to " + limit.maxBytes() + " bytes";
        };
    }

    private void backend(Backend backend) {
        line(
                "backend",
                "Service " + backend.source().path() + ", port " + backend.servicePort() + ", "
                        + backend.protocol().name().toLowerCase(Locale.ROOT));
        for (int i = 0; i < backend.endpoints().size(); i++) {
            line(i == 0 ? "endpoints" : "", backend.endpoints().get(i).text());
        }
    }

    private static String certificate(ServerCertificate certificate) {
        return "for " + String.join(", ", certificate.names().names()) + ", until " + certificate.notAfter() + ", from "
                + certificate.leaf().getIssuerX500Principal().getName();
    }

    private void rivals(List<Rival> rivals) {
        for (int i = 0; i < Math.min(rivals.size(), MOST_RIVALS); i++) {
            Rival rival = rivals.get(i);
            String source = rival.source().isEmpty() ? "" : "  from " + rival.source();
            line(i == 0 ? "lost" : "", rival.what() + source + ": " + rival.why());
        }
        if (rivals.size() > MOST_RIVALS) {
            line("", "and " + (rivals.size() - MOST_RIVALS) + " more");
        }
    }

    private void line(String word, String text) {
        out.println("  " + word + " ".repeat(13 - word.length()) + text);
    }
}
