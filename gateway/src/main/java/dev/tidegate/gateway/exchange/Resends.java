package dev.tidegate.gateway.exchange;

import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.upstream.EndpointPicker;
import dev.tidegate.gateway.upstream.EndpointPool;
import dev.tidegate.gateway.upstream.Resend;
import dev.tidegate.gateway.upstream.UpstreamListener;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where one request has failed, and where it may be sent once more. Made when it first fails.
///
/// It goes to endpoints that it has not been to; where there are none, to those that took a connection at least, and
/// then over a new one, for their kept ones may all have died together. The last try is over a new one too.
final class Resends {

    /// Source: RFC 9110 §9.2.2.
    private static final Set<HttpMethod> IDEMPOTENT = Set.of(
            HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.TRACE);

    private final int maxTries;
    private final List<Endpoint> tried = new ArrayList<>(3);
    private final List<Endpoint> unreachable = new ArrayList<>(3);
    private int tries;

    /// `barred`: where it may never go.
    Resends(int maxTries, List<Endpoint> barred) {
        this.maxTries = maxTries;
        tried.addAll(barred);
        unreachable.addAll(barred);
    }

    /// A request that was never sent to the endpoint may go on to another. One that was may be sent again if it was
    /// refused unread, or does no harm when it is done twice; not if its body is on the way, for we keep none.
    boolean allow(Endpoint failed, Resend resend, boolean sent, HttpMethod method, boolean bodyless) {
        tries++;
        tried.add(failed);
        if (!sent) {
            unreachable.add(failed);
        }
        if (tries >= maxTries) {
            return false;
        }
        return switch (resend) {
            case NEVER -> false;
            case IF_IDEMPOTENT -> !sent || (bodyless && IDEMPOTENT.contains(method));
            case ALWAYS -> !sent || bodyless;
        };
    }

    /// Null if no endpoint is left.
    @Nullable
    EndpointPool pick(EndpointPicker picker) {
        EndpointPool another = picker.pick(tried);
        return another == null ? picker.pick(unreachable) : another;
    }

    void open(EndpointPool pool, UpstreamListener listener, Duration connectTimeout) {
        if (tries == maxTries - 1 || tried.contains(pool.endpoint())) {
            pool.openNew(listener, connectTimeout);
        } else {
            pool.open(listener, connectTimeout);
        }
    }
}
