package dev.tidegate.controller.doctor;

import dev.tidegate.address.IpAddress;
import dev.tidegate.controller.compile.EndpointState;
import dev.tidegate.controller.policy.PolicyMode;
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
        boolean heeded = false;
        for (Backend backend : patient.table().backends().values()) {
            Optional<String> line = denied(backend, patient, own.get(), population, reading);
            line.ifPresent(denied::add);
            heeded |= line.isPresent() && patient.around().policyMode(backend.id()) == PolicyMode.ENFORCE;
        }
        return Stream.of(finding(patient, own.get(), denied.stream().sorted().toList(), heeded));
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

    private static Finding finding(Patient patient, Pod own, List<String> denied, boolean heeded) {
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
        return verdict(patient.plugin().enforcement(), found, heeded).resting(told);
    }

    private static Finding verdict(Enforcement enforcement, String found, boolean heeded) {
        String remedy = "`./tidegate policy suggest --service NAMESPACE/NAME` prints the smallest policy that lets the"
                + " gateway in (docs/policy.md).";
        if (heeded) {
            return Finding.fail(
                    NAME,
                    found,
                    "The gateway heeds that, as its settings say: it sends nothing there, and answers 503"
                            + " policy-denied where no endpoint is left.",
                    remedy);
        }
        return switch (enforcement) {
            case YES ->
                Finding.fail(
                        NAME,
                        found,
                        "The network plug-in drops the gateway's packets without a word: clients wait, and get 504"
                                + " (connect-timeout).",
                        remedy);
            case NO ->
                Finding.warn(
                        NAME,
                        found,
                        "Nobody enforces this here, so these routes work; they would stop the day somebody does, and"
                                + " with --network-policy=enforce or auto they are refused now.",
                        remedy);
            case UNKNOWN ->
                Finding.fail(
                        NAME,
                        found,
                        "Where the network plug-in enforces policies, clients wait, and get 504 (connect-timeout);"
                                + " whether it does is not known.",
                        remedy);
        };
    }

    /// The first of its endpoints that is closed speaks for the backend. All that its slices have are asked about: one
    /// that the gateway itself refuses is in no backend any more, and with `--network-policy=off` none was judged.
    private static Optional<String> denied(
            Backend backend, Patient patient, Pod own, Population population, PolicyReading reading) {
        for (EndpointState state : patient.around().endpoints(backend.id())) {
            Endpoint endpoint = state.endpoint();
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
