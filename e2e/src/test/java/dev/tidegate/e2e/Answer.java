package dev.tidegate.e2e;

import java.util.Map;
import java.util.Optional;

/// A response, read whole. Field names are lower case; of several values of one name the last stands.
public record Answer(int status, Map<String, String> fields, String body) {

    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /// The backend that answered; empty if none did.
    String backend() {
        return field("backend").orElse("");
    }
}
