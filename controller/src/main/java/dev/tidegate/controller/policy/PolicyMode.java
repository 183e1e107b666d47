package dev.tidegate.controller.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the gateway makes of network policies.
public enum PolicyMode {
    /// Nothing; they are not even read.
    OFF,
    /// It tells what they mean for its traffic, and never refuses any.
    EXPLAIN,
    /// It sends nothing to endpoints that they keep it from.
    ENFORCE,
    /// It enforces them where the network plug-in does not, and tells of them where that does.
    AUTO,
    /// It lets a client in only if they would let it in, were it to come to the pod itself; and tells as ever what
    /// they mean for the gateway.
    CLIENT;

    public static final String EXPECTED =
            Arrays.stream(values()).map(PolicyMode::word).collect(Collectors.joining(", "));

    /// As people write it: lower case.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Empty if it is none of them.
    public static Optional<PolicyMode> parse(String word) {
        return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }
}
