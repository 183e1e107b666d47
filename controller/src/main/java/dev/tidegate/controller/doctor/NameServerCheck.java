package dev.tidegate.controller.doctor;

import dev.tidegate.dns.publish.Failure;
import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.rfc2136.NameServerTrial;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Does the name server let us keep records?
final class NameServerCheck {

    private static final String NAME = "name-server";

    private NameServerCheck() {}

    static Stream<Finding> of(Patient patient) {
        return patient.nameServer().stream().map(NameServerCheck::finding);
    }

    private static Finding finding(NameServerTrial trial) {
        if (trial.refusals().isEmpty()) {
            return Finding.ok(
                    NAME,
                    trial.server() + " lets us read and change "
                            + trial.zones().stream().map(DomainName::text).collect(Collectors.joining(", ")));
        }
        return Finding.fail(
                        NAME,
                        trial.server() + " refuses " + trial.refusals().size() + " of "
                                + trial.zones().size() + " zones",
                        "No DNS record is made or changed there; what stands there stays, and requests are served all"
                                + " the same.",
                        "Mend what stands above, at the server or in the flags; it is asked again by itself"
                                + " (docs/dns.md has what Knot and BIND need).")
                .resting(trial.refusals().stream().map(Failure::message).toList());
    }
}
