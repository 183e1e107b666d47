package dev.tidegate.controller.cli;

import dev.tidegate.controller.explain.Cause;
import dev.tidegate.controller.explain.Explanation;
import dev.tidegate.controller.explain.Rival;
import dev.tidegate.controller.view.BackendView;
import dev.tidegate.controller.view.CertificateView;
import dev.tidegate.controller.view.EndpointView;
import dev.tidegate.controller.view.PolicyView;
import dev.tidegate.controller.view.RecordView;
import dev.tidegate.controller.view.RouteView;
import dev.tidegate.gateway.table.ResourceRef;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An explanation on a terminal: a word on the left, its answer on the right.
final class ExplanationText {

    private static final int MOST_RIVALS = 10;

    private final PrintWriter out;

    ExplanationText(PrintWriter out) {
        this.out = out;
    }

    void print(Explanation it) {
        out.println(it.asked().method() + " " + it.asked().url());
        line("answer", answer(it));
        for (int i = 0; i < it.causes().size(); i++) {
            line(i == 0 ? "because" : "", cause(it.causes().get(i)));
        }
        if (it.host() != null) {
            line("host", host(it.host()));
        }
        if (it.route() != null) {
            route(it.route());
        }
        if (it.target() != null && !it.target().equals(rawPath(it.asked().url()))) {
            line("path", it.target() + " (what the backend receives)");
        }
        if (it.backend() != null) {
            backend(it.backend());
        }
        if (it.certificate() != null) {
            certificate(it.certificate());
        }
        if (it.record() != null) {
            record(it.record());
        }
        rivals(it);
        if (it.table().generation() > 0) {
            line("table", table(it));
        }
    }

    private static String rawPath(String url) {
        return url.substring(url.indexOf('/', url.indexOf("://") + 3));
    }

    private static String answer(Explanation it) {
        return it.answer().fromBackend()
                ? it.answer().detail()
                : it.answer().status() + " " + it.answer().reason() + ": "
                        + it.answer().detail();
    }

    private static String cause(Cause cause) {
        String where = cause.field().isEmpty() ? "" : " " + cause.field();
        String owner = cause.object() == null ? "" : named(cause.object()) + where + ": ";
        return owner + cause.message() + " (" + cause.reason() + ")";
    }

    private static String host(String host) {
        if (host.equals("*")) {
            return "* (rules without a host)";
        }
        return host.startsWith("*.") ? host + " (a wildcard for one label)" : host + " (by its exact name)";
    }

    private void route(RouteView route) {
        line("route", route.text() + from(route.source(), route.field()));
        List<PolicyView> policies = route.policies();
        line("policies", policies.isEmpty() ? "none" : policies.getFirst().text());
        policies.stream().skip(1).forEach(policy -> line("", policy.text()));
    }

    private static String from(@Nullable ResourceRef source, String field) {
        String where = field.isEmpty() ? "" : " " + field;
        return source == null ? "" : "  from " + named(source) + where;
    }

    private static String named(ResourceRef ref) {
        return ref.kind() + " " + ref.path();
    }

    private void backend(BackendView backend) {
        line("backend", "Service " + backend.service().path() + ", port " + backend.port() + ", " + backend.protocol());
        for (int i = 0; i < backend.endpoints().size(); i++) {
            line(i == 0 ? "endpoints" : "", endpoint(backend.endpoints().get(i)));
        }
        boolean denied = backend.endpoints().stream().anyMatch(it -> it.denied() != null);
        if (denied || backend.clients() != null) {
            line("netpolicy", policy(backend));
        }
    }

    private static String policy(BackendView backend) {
        long denied =
                backend.endpoints().stream().filter(it -> it.denied() != null).count();
        String closed = denied == 0
                ? ""
                : ": " + denied + " of " + backend.endpoints().size() + " endpoints closed to the gateway";
        String clients = backend.clients() == null ? "" : "; clients let in: " + backend.clients();
        return backend.networkPolicy() + closed + clients;
    }

    private static String endpoint(EndpointView endpoint) {
        String pod = endpoint.pod() == null ? "" : " " + endpoint.pod();
        String state = endpoint.taken() && endpoint.state().equals("ready")
                ? ""
                : " (" + endpoint.state() + (endpoint.taken() ? "" : ", takes nothing") + ")";
        String denied = endpoint.denied() == null ? "" : " (policy: " + endpoint.denied() + ")";
        return endpoint.address() + pod + state + denied;
    }

    private void certificate(CertificateView certificate) {
        String origin = certificate.secret() == null ? "" : ", of " + named(certificate.secret());
        line(
                "certificate",
                "for " + String.join(", ", certificate.names()) + ", until " + certificate.notAfter() + origin
                        + ", issued by " + certificate.issuer());
        if (certificate.why() != null) {
            line("", certificate.why());
        }
    }

    private void record(RecordView record) {
        String since =
                record.since() == null ? "" : ", " + (record.madeHere() ? "made at " : "found so at ") + record.since();
        line("dns", record.name() + ": " + record.state() + since + ": " + record.message());
        record.wanted().forEach(set -> line("", "wanted " + text(set)));
        List<RecordView.Set> found = record.found();
        if (found != null) {
            found.forEach(set -> line("", "found " + text(set)));
            if (found.isEmpty()) {
                line("", "found nothing");
            }
        }
        if (record.owner() != null) {
            line("", "owner " + record.owner() + (record.resource() == null ? "" : ", for " + record.resource()));
        }
    }

    private static String text(RecordView.Set set) {
        return set.type() + " " + String.join(" ", set.values()) + " (" + set.ttlSeconds() + " s)";
    }

    private void rivals(Explanation it) {
        List<Rival> rivals = it.rivals();
        for (int i = 0; i < Math.min(rivals.size(), MOST_RIVALS); i++) {
            Rival rival = rivals.get(i);
            line(i == 0 ? "lost" : "", rival.what() + from(rival.source(), rival.field()) + ": " + rival.why());
        }
        int more = rivals.size() - MOST_RIVALS + it.rivalsLeftOut();
        if (more > 0) {
            line("", "and " + more + " more");
        }
    }

    private static String table(Explanation it) {
        long age = Duration.between(it.table().compiledAt(), it.at()).toSeconds();
        return it.table().generation() + ", compiled at " + it.table().compiledAt() + ", " + age + " s ago";
    }

    private void line(String word, String text) {
        out.println("  " + word + " ".repeat(13 - word.length()) + text);
    }
}
