package dev.tidegate.controller.lastgood;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidegate.dns.resolve.Resolution;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceList;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// How one thing is written into the file and read from it again: a Kubernetes object as its JSON.
///
/// `write` answers with nothing where there is nothing worth keeping. Threads: any.
record ObjectText<T>(Function<T, Optional<byte[]>> write, Function<byte[], T> read) {

    private static final KubernetesSerialization JSON = new KubernetesSerialization();

    static <T> ObjectText<T> of(Class<T> type) {
        return new ObjectText<>(
                object -> Optional.of(JSON.asJson(object).getBytes(UTF_8)),
                bytes -> JSON.unmarshal(new String(bytes, UTF_8), type));
    }

    /// The slices of one Service, together.
    static ObjectText<List<EndpointSlice>> ofSlices() {
        ObjectText<EndpointSliceList> list = of(EndpointSliceList.class);
        return new ObjectText<>(
                slices -> list.write()
                        .apply(new EndpointSliceList("discovery.k8s.io/v1", slices, "EndpointSliceList", null)),
                bytes -> List.copyOf(list.read().apply(bytes).getItems()));
    }

    /// The addresses of a name. That there were none is not worth remembering.
    static ObjectText<Resolution> ofNames() {
        return new ObjectText<>(
                resolution -> resolution instanceof Resolution.Found found
                        ? Optional.of(String.join(" ", found.addresses()).getBytes(UTF_8))
                        : Optional.empty(),
                bytes -> new Resolution.Found(List.of(new String(bytes, UTF_8).split(" ")), Optional.empty()));
    }
}
