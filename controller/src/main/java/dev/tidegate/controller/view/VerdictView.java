package dev.tidegate.controller.view;

import static java.util.Objects.requireNonNull;

import dev.tidegate.gateway.table.ResourceRef;
import dev.tidegate.policy.rule.PolicyRef;
import dev.tidegate.policy.verdict.Cause;
import dev.tidegate.policy.verdict.Clause;
import dev.tidegate.policy.verdict.Judgement;
import dev.tidegate.policy.verdict.Telling;
import dev.tidegate.policy.verdict.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What policies make of a connection: `allowed`, `denied` or `not-isolated`, and what each of its ends says.
public record VerdictView(String verdict, String from, String to, int port, String protocol, List<End> ends) {

    public VerdictView {
        requireNonNull(verdict);
        requireNonNull(from);
        requireNonNull(to);
        requireNonNull(protocol);
        ends = List.copyOf(ends);
    }

    /// `policies`: those that decided. `field`: the rule that decided, where one did. `nearMisses`: what would have
    /// allowed it but for one thing.
    public record End(
            String direction,
            String verdict,
            List<ResourceRef> policies,
            @Nullable String field,
            String message,
            List<String> nearMisses) {

        public End {
            requireNonNull(direction);
            requireNonNull(verdict);
            policies = List.copyOf(policies);
            requireNonNull(message);
            nearMisses = List.copyOf(nearMisses);
        }
    }

    public static VerdictView of(Verdict verdict) {
        return new VerdictView(
                verdict.outcome().word(),
                verdict.connection().from().text(),
                verdict.connection().to().text(),
                verdict.connection().port(),
                verdict.connection().protocol().name(),
                verdict.judgements().stream().map(it -> end(verdict, it)).toList());
    }

    private static End end(Verdict verdict, Judgement judgement) {
        String message = Telling.of(verdict.connection(), judgement);
        String direction = judgement.direction().word();
        String outcome = judgement.outcome().word();
        return switch (judgement.cause()) {
            case Cause.Let let -> end(direction, outcome, let.clause(), message);
            case Cause.Refused refused -> end(direction, outcome, refused.clause(), message);
            case Cause.Isolated isolated ->
                new End(
                        direction,
                        outcome,
                        isolated.by().stream().map(VerdictView::ref).toList(),
                        null,
                        message,
                        isolated.nearMisses().stream()
                                .map(it -> Telling.of(verdict.connection(), it))
                                .toList());
            case Cause.Exempt _, Cause.NoPolicy _, Cause.NoSubject _ ->
                new End(direction, outcome, List.of(), null, message, List.of());
        };
    }

    private static End end(String direction, String outcome, Clause clause, String message) {
        return new End(direction, outcome, List.of(ref(clause.policy())), clause.path(), message, List.of());
    }

    private static ResourceRef ref(PolicyRef policy) {
        return ResourceRef.of(policy.kind(), policy.namespace(), policy.name());
    }
}
