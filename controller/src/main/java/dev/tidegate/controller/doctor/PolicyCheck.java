package dev.tidegate.controller.doctor;

import dev.tidegate.address.IpAddress;
import dev.tidegate.controller.policy.PolicyReading;
import dev.tidegate.controller.policy.Population;
import dev.tidegate.controller.snapshot.Enforcement;
import dev.tidegate.gateway.table.Backend;
import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.policy.traffic.Connection;
import dev.tidegate.policy.traffic.Pod;
import dev.tidegate.policy.traffic.Protocol;
import dev.tidegate.policy.verdict.Telling;
import dev.tidegate.policy.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which backends do policies keep the gateway from?
final class PolicyCheck {

    private static final String NAME = "policies";
    private static final int TOLD = 10;

    private PolicyCheck() {}

    static Stream<Finding> of(Patient patient) {
        Optional<Pod> own = patient.own().one();
        boolean unread =
                Stream.of("pods", "networkpolicies").anyMatch(patient.sight().unread()::containsKey);
        if (unread) {
            return Stream.of(Finding.warn(
                    NAME,
                    "pods or networkpolicies may not be read by this account",
                    "Whether a policy keeps the gateway from a backend is not known.",
                    "Let this account list pods and networkpolicies.networking.k8s.io, or ask as an administrator."));
        } else if (own.isEmpty()) {
            return noPod(patient);
        }
        PolicyReading reading = PolicyReading.of(patient.sight().snapshot().policyObjects());
        Population population = Population.of(patient.sight().snapshot());
        List<String> denied = new ArrayList<>();
        patient.table()
                .backends()
                .values()
                .forEach(backend ->
                        denied(backend, own.get(), population, reading).ifPresent(denied::add));
        return Stream.of(finding(patient, own.get(), denied.stream().sorted().toList()));
    }

    private static Stream<Finding> noPod(Patient patient) {
        return patient.sight().snapshot().policyObjects().pods().isEmpty()
                ? Stream.empty()
                : Stream.of(Finding.warn(
                        NAME,
                        "none of the pods is Tidegate's",
                        "Whether a policy keeps the gateway from a backend is not known.",
                        "Set POD_NAMESPACE and POD_NAME to one of its pods, or label them app.kubernetes.io/name:"
                                + " tidegate, as the chart does."));
    }

    private static Finding finding(Patient patient, Pod own, List<String> denied) {
        if (patient.table().backends().isEmpty()) {
            return Finding.ok(NAME, "no route has a backend that could deny pod " + own.path());
        } else if (denied.isEmpty()) {
            return Finding.ok(NAME, "pod " + own.path() + " is let in by every backend of the routes");
        }
        String found = denied.size() + " of " + patient.table().backends().size() + " backends deny the gateway, pod "
                + own.path();
        List<String> told = denied.size() <= TOLD
                ? denied
                : Stream.concat(denied.stream().limit(TOLD), Stream.of("and " + (denied.size() - TOLD) + " more"))
                        .toList();
        String remedy = "`./tidegate policy suggest` prints the smallest policy that lets the gateway in"
                + " (docs/policy.md).";
        return (patient.plugin().enforcement() == Enforcement.NO
                        ? Finding.warn(
                                NAME,
                                found,
                                "Nobody enforces this here, so these routes work; they would stop the day somebody"
                                        + " does, and with --network-policy=enforce or auto they are refused now.",
                                remedy)
                        : Finding.fail(
                                NAME,
                                found,
                                "The network plug-in drops the gateway's packets without a word: clients wait, and get"
                                        + " 504 (connect-timeout).",
                                remedy))
                .resting(told);
    }

    /// The first of its endpoints that is closed speaks for the backend.
    private static Optional<String> denied(Backend backend, Pod own, Population population, PolicyReading reading) {
        for (Endpoint endpoint : backend.endpoints()) {
            Optional<IpAddress> address = IpAddress.parse(endpoint.address());
            if (address.isEmpty()) {
                continue;
            }
            Verdict verdict = reading.policies()
                    .verdict(new Connection(own, population.at(address.get()), endpoint.port(), Protocol.TCP));
            if (!verdict.getsThrough()) {
                return Optional.of(
                        backend.source().kind() + " " + backend.source().path() + ", port " + backend.servicePort()
                                + ": " + Telling.of(verdict).get(1));
            }
        }
        return Optional.empty();
    }
}
