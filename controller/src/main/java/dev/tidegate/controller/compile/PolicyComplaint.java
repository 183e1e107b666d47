package dev.tidegate.controller.compile;

import dev.tidegate.controller.compile.BackendResolution.Problem;
import dev.tidegate.controller.compile.Reach.Denied;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.diagnostic.Severity;
import dev.tidegate.controller.policy.PolicyMode;
import dev.tidegate.policy.rule.PolicyRef;
import dev.tidegate.policy.traffic.Direction;
import dev.tidegate.policy.verdict.Cause;
import dev.tidegate.policy.verdict.Judgement;
import dev.tidegate.policy.verdict.Outcome;
import dev.tidegate.policy.verdict.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What is said of a backend that policies keep the gateway from.
///
/// It names policies, Services and ports, and never a pod: so it stays the same words while pods come and go, and is
/// told once.
record PolicyComplaint(BackendRef ref, Reach reach, int endpoints, PolicyState state) {

    /// Empty if nothing is denied. `endpoints`: how many the Service has.
    Optional<Problem> problem() {
        if (reach.denied().isEmpty() || reach.fault().isPresent()) {
            return Optional.empty();
        }
        String service = ref.service().path();
        return Optional.of(new Problem(
                Severity.WARNING,
                DiagnosticReason.POLICY_DENIED,
                ".service",
                "the gateway may not connect to " + (isAll() ? "the pods" : "some pods") + " of Service " + service
                        + ": " + String.join("; ", causes()) + ". " + consequence() + expected()));
    }

    private String expected() {
        List<Verdict> verdicts = reach.denied().stream()
                .flatMap(denied -> denied.verdict().stream())
                .toList();
        if (verdicts.isEmpty()) {
            return "";
        }
        boolean refused = verdicts.stream()
                .flatMap(verdict -> verdict.judgements().stream())
                .anyMatch(judgement -> judgement.cause() instanceof Cause.Refused);
        return (refused
                        ? " (expected: a rule that accepts it, before that one; `"
                        : " (expected: a policy that lets it in, as `")
                + "tidegate policy suggest --service " + ref.service().path()
                + (refused ? "` tells more)" : "` prints)");
    }

    private boolean isAll() {
        return reach.denied().size() == endpoints;
    }

    private Set<String> causes() {
        Set<String> causes = new LinkedHashSet<>();
        if (state.ownPod().isEmpty()) {
            causes.add("which pod the gateway is, is not known (expected: POD_NAMESPACE and POD_NAME, or --own-pod)");
        } else if (state.population().pod(state.ownPod().get()).isEmpty()) {
            causes.add("the labels of the gateway's own pod "
                    + state.ownPod().get().path() + " are not known");
        }
        for (Denied denied : reach.denied()) {
            denied.verdict()
                    .ifPresentOrElse(
                            verdict -> causes.addAll(causes(verdict)),
                            () -> causes.add("whether policies isolate them cannot be told, for their labels are not"
                                    + " known (expected: the right to list and watch pods in namespace "
                                    + ref.service().namespace() + ")"));
        }
        return causes;
    }

    private static Set<String> causes(Verdict verdict) {
        return verdict.judgements().stream()
                .filter(judgement -> judgement.outcome() == Outcome.DENIED)
                .map(judgement -> cause(judgement, verdict.connection().port()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String cause(Judgement judgement, int port) {
        boolean in = judgement.direction() == Direction.INGRESS;
        return switch (judgement.cause()) {
            case Cause.Isolated isolated ->
                isolated.by().stream().map(PolicyRef::text).collect(Collectors.joining(" and "))
                        + (isolated.by().size() == 1 ? " isolates " : " isolate ") + (in ? "them" : "the gateway")
                        + ", and no rule lets it " + (in ? "in" : "out to them") + " on TCP " + port;
            case Cause.Refused refused ->
                refused.clause().text() + " refuses it " + (in ? "there" : "the way out") + " on TCP " + port;
            case Cause.Exempt _, Cause.NoSubject _, Cause.NoPolicy _, Cause.Let _ ->
                throw new IllegalArgumentException("judgement: " + judgement + " (expected: a denial)");
        };
    }

    private String consequence() {
        if (reach.enforced()) {
            return isAll()
                    ? "The gateway heeds that, and answers 503 policy-denied"
                    : "The gateway heeds that, and sends requests to the others only";
        }
        String why = state.modeOf(ref) == PolicyMode.CLIENT ? "" : ", and the gateway only tells";
        return switch (state.enforcement()) {
            case YES -> "The network plug-in drops its packets, so requests end in 504";
            case NO -> "The network plug-in heeds no policies" + why + ", so requests get through";
            case UNKNOWN -> "Where the network plug-in heeds policies, requests end in 504";
        };
    }
}
