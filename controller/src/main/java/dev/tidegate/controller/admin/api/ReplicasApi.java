package dev.tidegate.controller.admin.api;

import dev.tidegate.controller.compile.ServicePod;
import dev.tidegate.controller.view.Json;
import dev.tidegate.controller.view.TableView;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// `/api/replicas`: who else there is, and whether they serve the same table.
final class ReplicasApi {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// `alike`: whether its table routes as ours does; absent where it is not known. `problem`: why it is not.
    record ReplicaView(
            String pod,
            @Nullable String address,
            boolean self,
            boolean ready,
            boolean reachable,
            @Nullable String version,
            @Nullable TableView table,
            @Nullable Boolean alike,
            @Nullable String problem) {}

    /// `note`: why there may be replicas that are not listed.
    record ReplicasPage(
            List<ReplicaView> replicas, @Nullable String note) {}

    private final Replicas replicas;
    private final ReplicaClient client;
    private final Supplier<SelfView> self;

    ReplicasApi(Replicas replicas, ReplicaClient client, Supplier<SelfView> self) {
        this.replicas = replicas;
        this.client = client;
        this.self = self;
    }

    void list(RoutingContext context) {
        if (ReplicaClient.comesFromReplica(context.request())) {
            JsonAnswer.error(context, ReplicaClient.LOOP);
            return;
        }
        SelfView own = self.get();
        List<Future<ReplicaView>> asked =
                replicas.others().stream().map(pod -> ask(pod, own)).toList();
        Future.join(asked).onComplete(_ -> JsonAnswer.make(context, () -> page(own, asked)));
    }

    private ReplicasPage page(SelfView own, List<Future<ReplicaView>> asked) {
        List<ReplicaView> all = new ArrayList<>();
        all.add(new ReplicaView(
                own.pod(),
                replicas.ownPod().map(ServicePod::address).orElse(null),
                true,
                replicas.ownPod().map(ServicePod::ready).orElse(own.table() != null),
                true,
                own.version(),
                own.table(),
                own.table() == null ? null : true,
                null));
        asked.forEach(future -> all.add(future.result()));
        all.sort(Comparator.comparing(ReplicaView::pod));
        return new ReplicasPage(all, replicas.known() ? null : "without --publish-service no other replica is known");
    }

    private Future<ReplicaView> ask(ServicePod pod, SelfView own) {
        return client.get(pod, "/api", PATIENCE)
                .compose(ReplicasApi::read)
                .map(other -> new ReplicaView(
                        pod.pod(),
                        pod.address(),
                        false,
                        pod.ready(),
                        true,
                        other.version(),
                        other.table(),
                        alike(own.table(), other.table()),
                        null))
                .otherwise(failure -> new ReplicaView(
                        pod.pod(),
                        pod.address(),
                        false,
                        pod.ready(),
                        false,
                        null,
                        null,
                        null,
                        ReplicaClient.problem(failure)));
    }

    private static @Nullable Boolean alike(@Nullable TableView own, @Nullable TableView other) {
        if (own == null || other == null) {
            return null;
        }
        return own.digest().equals(other.digest());
    }

    private static Future<SelfView> read(HttpClientResponse response) {
        if (response.statusCode() != 200) {
            return Future.failedFuture(new IOException("status " + response.statusCode()));
        }
        return response.body().compose(body -> {
            try {
                return Future.succeededFuture(Json.read(body.getBytes(), SelfView.class));
            } catch (IOException notOurs) {
                return Future.failedFuture(new IOException("not a Tidegate", notOurs));
            }
        });
    }
}
