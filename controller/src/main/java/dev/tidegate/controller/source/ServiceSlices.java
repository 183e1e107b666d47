package dev.tidegate.controller.source;

import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// EndpointSlices by the Service they belong to, each group in order of name. A group in which nothing changed is the
/// same instance in the next.
///
/// Source: `discovery.k8s.io/v1`, label `kubernetes.io/service-name`. A slice without it is somebody else's.
public record ServiceSlices(
        PersistentMap<ObjectKey, EndpointSlice> slices, PersistentMap<ObjectKey, List<EndpointSlice>> groups) {

    public static final ServiceSlices NONE = new ServiceSlices(PersistentMap.empty(), PersistentMap.empty());

    private static final String SERVICE_NAME = "kubernetes.io/service-name";

    /// Shape: all slices as they are now → their groups.
    public ServiceSlices next(PersistentMap<ObjectKey, EndpointSlice> now) {
        Regrouping regrouping = new Regrouping(groups);
        now.changesSince(slices, (_, was, is) -> regrouping.at(was, is));
        return new ServiceSlices(now, regrouping.groups);
    }

    private static final class Regrouping {
        private PersistentMap<ObjectKey, List<EndpointSlice>> groups;

        Regrouping(PersistentMap<ObjectKey, List<EndpointSlice>> groups) {
            this.groups = groups;
        }

        void at(@Nullable EndpointSlice was, @Nullable EndpointSlice is) {
            if (was != null) {
                service(was).ifPresent(service -> edit(service, name(was), null));
            }
            if (is != null) {
                service(is).ifPresent(service -> edit(service, name(is), is));
            }
        }

        private void edit(ObjectKey service, String name, @Nullable EndpointSlice slice) {
            List<EndpointSlice> group = new ArrayList<>(groups.getOrDefault(service, List.of()));
            group.removeIf(each -> name(each).equals(name));
            if (slice != null) {
                group.add(slice);
                group.sort(Comparator.comparing(Regrouping::name));
            }
            groups = group.isEmpty() ? groups.without(service) : groups.with(service, List.copyOf(group));
        }

        private static String name(EndpointSlice slice) {
            return slice.getMetadata().getName();
        }

        private static Optional<ObjectKey> service(EndpointSlice slice) {
            Map<String, String> labels = slice.getMetadata().getLabels();
            String service = labels == null ? null : labels.get(SERVICE_NAME);
            return service == null || service.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ObjectKey(ObjectKey.of(slice).namespace(), service));
        }
    }
}
