package dev.tidegate.controller.doctor;

import java.util.List;
import java.util.stream.Stream;

/// All checks, in the order in which they are told.
public final class Examination {

    private interface Check {
        Stream<Finding> of(Patient patient);
    }

    private static final List<Check> CHECKS = List.of(
            ServerCheck::of,
            RightsCheck::of,
            PluginCheck::of,
            PolicyCheck::of,
            ServiceCheck::of,
            ClientAddressCheck::of,
            ClassCheck::of,
            LeaseCheck::of,
            NameServerCheck::of);

    private Examination() {}

    public static List<Finding> of(Patient patient) {
        return CHECKS.stream().flatMap(it -> it.of(patient)).toList();
    }
}
