package dev.tidegate.controller.cli;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// A flag of ingress-nginx, or of a later Tidegate, without an effect of its own.
///
/// `why`: why it has no point here, or empty if it asks for something we do not do yet; `harmless`: the value that
/// asks for what we do anyway, if there is one.
record OtherFlag(String name, Optional<String> why, Optional<String> harmless) {

    OtherFlag {
        requireNonNull(name);
        requireNonNull(why);
        requireNonNull(harmless);
    }

    static OtherFlag pointless(String name, String why) {
        return new OtherFlag(name, Optional.of(why), Optional.empty());
    }

    static OtherFlag notYet(String name, Optional<String> harmless) {
        return new OtherFlag(name, Optional.empty(), harmless);
    }

    /// Go's klog takes its flags with one dash as well.
    String singleDash() {
        return name.substring(1);
    }

    Optional<String> refusal(String value) {
        if (why.isPresent() || harmless.filter(value::equals).isPresent()) {
            return Optional.empty();
        }
        String expected =
                harmless.map(it -> name + "=" + it + ", or without it").orElse("without it");
        return Optional.of(name + " " + value + ": not supported yet (expected: " + expected + ")");
    }

    Optional<String> notice() {
        return why.map(reason -> name + " has no effect: " + reason);
    }
}
