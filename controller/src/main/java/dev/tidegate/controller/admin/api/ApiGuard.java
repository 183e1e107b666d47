package dev.tidegate.controller.admin.api;

import dev.tidegate.address.AddressLiteral;
import dev.tidegate.address.Cidr;
import dev.tidegate.controller.view.ErrorView;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Who may read the API: this machine's loopback (as `kubectl port-forward` comes in), ranges that the command line
/// names, and the other replicas. And nobody's browser on behalf of a foreign page.
///
/// The peer is the one of the connection: `X-Forwarded-For` and its like are neither believed nor held against
/// anybody. Loopback is `127.0.0.1` and `::1` alone, as the sidecars of some meshes deliver everybody's requests from
/// another address of `127.0.0.0/8`.
///
/// A page of another origin cannot read an answer anyway, as no CORS field is ever sent; unless it has made its own
/// name lead to this address ("DNS rebinding"). So names that anybody could own are refused, and so is what a browser
/// itself calls cross-origin.
///
/// Threads: the admin listener's event loop.
final class ApiGuard implements Handler<RoutingContext> {

    private static final List<Cidr> LOOPBACK =
            List.of(Cidr.parse("127.0.0.1").orElseThrow(), Cidr.parse("::1").orElseThrow());

    private final List<Cidr> allow;
    private final Supplier<List<String>> replicas;

    /// `replicas`: the addresses of the other replicas now.
    ApiGuard(List<Cidr> allow, Supplier<List<String>> replicas) {
        this.allow = List.copyOf(allow);
        this.replicas = replicas;
    }

    @Override
    public void handle(RoutingContext context) {
        refusal(context.request()).ifPresentOrElse(error -> JsonAnswer.error(context, error), context::next);
    }

    private Optional<ErrorView> refusal(HttpServerRequest request) {
        String peer = peer(request);
        if (!mayAsk(peer)) {
            return forbidden(
                    "PeerNotAllowed",
                    "the admin API is not for " + peer
                            + " (expected: a request over loopback, as by kubectl port-forward, or from a range that"
                            + " --admin-allow names)");
        }
        if (!isOwnName(request.authority())) {
            return forbidden(
                    "ForeignHost",
                    "Host " + request.authority()
                            + " (expected: an IP address, localhost, or a name below .svc or .cluster.local)");
        }
        String site = request.getHeader("Sec-Fetch-Site");
        boolean foreignPage = site != null && !site.equals("none") && !site.equals("same-origin");
        if (request.getHeader("Origin") != null || foreignPage) {
            return forbidden("ForeignOrigin", "a page of another origin asks (expected: no Origin)");
        }
        return Optional.empty();
    }

    private static Optional<ErrorView> forbidden(String reason, String message) {
        return Optional.of(ApiRefused.of(403, reason, message).error());
    }

    private static String peer(HttpServerRequest request) {
        String address = String.valueOf(request.remoteAddress().hostAddress());
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }

    private boolean mayAsk(String peer) {
        byte[] address = AddressLiteral.parse(peer);
        return address != null
                && (contains(LOOPBACK, address)
                        || contains(allow, address)
                        || replicas.get().stream()
                                .flatMap(it -> Cidr.parse(it).stream())
                                .anyMatch(it -> it.contains(address)));
    }

    private static boolean contains(List<Cidr> ranges, byte[] address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static boolean isOwnName(@Nullable HostAndPort authority) {
        if (authority == null) {
            return false;
        }
        String name = authority.host().toLowerCase(Locale.ROOT);
        boolean bracketed = name.startsWith("[") && name.endsWith("]");
        return name.equals("localhost")
                || name.endsWith(".svc")
                || name.endsWith(".cluster.local")
                || AddressLiteral.parse(bracketed ? name.substring(1, name.length() - 1) : name) != null;
    }
}
