package dev.tidegate.controller.doctor;

import dev.tidegate.policy.traffic.Pod;
import java.util.List;
import java.util.stream.Stream;

/// Is our Lease held by one of ours?
final class LeaseCheck {

    private static final String NAME = "leader";

    private LeaseCheck() {}

    static Stream<Finding> of(Patient patient) {
        return patient.lease().stream()
                .flatMap(lease -> patient.sight().leaseHolder().stream()
                        .map(holder -> finding("Lease " + lease.path(), holder, patient.own())));
    }

    private static Finding finding(String lease, String holder, OwnPods own) {
        if (holder.isEmpty()) {
            return Finding.warn(
                    NAME,
                    lease + " is held by nobody",
                    "No replica writes status and Events just now.",
                    "Where Tidegate runs, this lasts seconds; else see its log for what is in the way.");
        }
        int end = holder.lastIndexOf('_');
        String pod = end < 0 ? holder : holder.substring(0, end);
        List<String> names = own.pods().stream().map(Pod::name).toList();
        boolean foreign = end < 0 || (!names.isEmpty() && !names.contains(pod));
        return foreign
                ? Finding.warn(
                        NAME,
                        lease + " is held by " + pod + ", which is none of our pods",
                        "Another release writes status and Events in our place, or nobody for our Ingresses.",
                        "Give this release a Lease of its own: --election-id (chart: controller.electionID). If that"
                                + " pod is gone, the Lease runs out by itself.")
                : Finding.ok(NAME, lease + " is held by " + pod);
    }
}
