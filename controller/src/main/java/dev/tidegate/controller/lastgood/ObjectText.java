package dev.tidegate.controller.lastgood;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.tidegate.dns.resolve.Resolution;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceList;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How one thing is written into the file and read from it again: a Kubernetes object as its JSON.
///
/// Threads: any.
interface ObjectText<T> {

    /// Nothing where there is nothing worth keeping.
    Optional<byte[]> write(T object);

    /// Fails: [UncheckedIOException] if it is none.
    T read(byte[] text);

    static <T> ObjectText<T> of(Class<T> type) {
        return new Json<>(type);
    }

    /// The slices of one Service, together.
    static ObjectText<List<EndpointSlice>> ofSlices() {
        return new Slices(of(EndpointSliceList.class));
    }

    /// The addresses of a name. That there were none is not worth remembering.
    static ObjectText<Resolution> ofNames() {
        return new Addresses();
    }

    /// The JSON that the API server speaks.
    final class Json<T> implements ObjectText<T> {

        private static final ObjectMapper MAPPER = mapper();

        private final ObjectReader reader;

        Json(Class<T> type) {
            reader = MAPPER.readerFor(type);
        }

        private static ObjectMapper mapper() {
            ObjectMapper mapper = new ObjectMapper();
            KubernetesSerialization serialization = new KubernetesSerialization(mapper, false);
            serialization.getUnmatchedFieldTypeModule().setLogWarnings(false);
            return mapper;
        }

        @Override
        public Optional<byte[]> write(T object) {
            try {
                return Optional.of(MAPPER.writeValueAsBytes(object));
            } catch (JsonProcessingException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }

        @Override
        public T read(byte[] text) {
            try {
                return reader.readValue(text);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    record Slices(ObjectText<EndpointSliceList> list) implements ObjectText<List<EndpointSlice>> {

        @Override
        public Optional<byte[]> write(List<EndpointSlice> slices) {
            EndpointSliceList object = new EndpointSliceList();
            object.setItems(slices);
            return list.write(object);
        }

        @Override
        public List<EndpointSlice> read(byte[] text) {
            return List.copyOf(list.read(text).getItems());
        }
    }

    /// Addresses, and if they are stale, since when and until when; why is another day's question.
    record Addresses() implements ObjectText<Resolution> {

        private static final String STALE = " stale ";
        private static final String WHY = "nobody had answered when this was written";

        @Override
        public Optional<byte[]> write(Resolution resolution) {
            return resolution instanceof Resolution.Found found
                    ? Optional.of((String.join(" ", found.addresses()) + stale(found)).getBytes(UTF_8))
                    : Optional.empty();
        }

        private static String stale(Resolution.Found found) {
            return found.stale()
                    .map(stale -> STALE + stale.told() + " " + stale.until())
                    .orElse("");
        }

        @Override
        public Resolution read(byte[] text) {
            String[] parts = new String(text, UTF_8).split(STALE);
            return new Resolution.Found(
                    List.of(parts[0].split(" ")), parts.length > 1 ? Optional.of(stale(parts[1])) : Optional.empty());
        }

        private static Resolution.Stale stale(String moments) {
            String[] parts = moments.split(" ");
            return new Resolution.Stale(WHY, Instant.parse(parts[0]), Instant.parse(parts[1]));
        }
    }
}
