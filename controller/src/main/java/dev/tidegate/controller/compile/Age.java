package dev.tidegate.controller.compile;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/// When an object was created. One that does not say, as in a folder of manifests, counts as the oldest, and so do
/// all of them alike.
final class Age {

    private Age() {}

    static Instant of(ObjectMeta metadata) {
        String created = metadata.getCreationTimestamp();
        if (created == null) {
            return Instant.EPOCH;
        }
        try {
            return OffsetDateTime.parse(created).toInstant();
        } catch (DateTimeException unreadable) {
            return Instant.EPOCH;
        }
    }

    static boolean isReadable(ObjectMeta metadata) {
        try {
            return metadata.getCreationTimestamp() == null
                    || OffsetDateTime.parse(metadata.getCreationTimestamp()) != null;
        } catch (DateTimeException unreadable) {
            return false;
        }
    }
}
