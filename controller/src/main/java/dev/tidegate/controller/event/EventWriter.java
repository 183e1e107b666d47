package dev.tidegate.controller.event;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.HttpURLConnection;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Writes one Event: a new one, or one more in the series of the one that is there.
///
/// Threads: any.
///
/// Source: events.k8s.io/v1 Event; of a written one only `series` may change.
final class EventWriter {

    private static final String CONTROLLER = "tidegate.dev/ingress-controller";
    private static final int MOST_OF_INSTANCE = 128;
    private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final KubernetesClient client;
    private final String instance;
    private final InstantSource clock;

    /// `instance`: who writes, the pod's name.
    EventWriter(KubernetesClient client, String instance, InstantSource clock) {
        this.client = requireNonNull(client);
        this.instance = instance.substring(0, Math.min(MOST_OF_INSTANCE, instance.length()));
        this.clock = requireNonNull(clock);
    }

    /// `uid`: of the object it is about; empty if that is not known.
    ///
    /// Fails: [KubernetesClientException].
    void write(ObjectEvent event, String uid) {
        try {
            client.resource(made(event, uid)).create();
        } catch (KubernetesClientException failure) {
            if (failure.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw failure;
            }
            again(event.namespace(), event.name(uid));
        }
    }

    private Event made(ObjectEvent event, String uid) {
        return new EventBuilder()
                .withNewMetadata()
                .withNamespace(event.namespace())
                .withName(event.name(uid))
                .endMetadata()
                .withEventTime(new MicroTime(now()))
                .withReportingController(CONTROLLER)
                .withReportingInstance(instance)
                .withAction("Compile")
                .withType(event.warning() ? "Warning" : "Normal")
                .withReason(event.reason())
                .withNote(event.note())
                .withNewRegarding()
                .withApiVersion(event.apiVersion())
                .withKind(event.about().kind())
                .withNamespace(
                        event.about().namespace().isEmpty()
                                ? null
                                : event.about().namespace())
                .withName(event.about().name())
                .withUid(uid.isEmpty() ? null : uid)
                .endRegarding()
                .build();
    }

    /// A patch that changes nothing is answered with the object, so the right to read Events is not needed. (The
    /// library reads what it patches first, unless it is handed an object.)
    private void again(String namespace, String name) {
        Resource<Event> resource = client.resource(new EventBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .build());
        Event standing = resource.patch(MERGE, "{}");
        int times = standing.getSeries() == null ? 1 : standing.getSeries().getCount();
        resource.patch(MERGE, """
            {"series": {"count": %d, "lastObservedTime": "%s"}}
            """.formatted(times + 1, now()));
    }

    private String now() {
        return MICROS.format(clock.instant());
    }
}
