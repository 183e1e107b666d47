package dev.tidegate.policy.verdict;

import dev.tidegate.policy.rule.PeerClause;
import dev.tidegate.policy.rule.PolicyRef;
import dev.tidegate.policy.rule.PortClause;
import dev.tidegate.policy.traffic.Connection;
import dev.tidegate.policy.traffic.Direction;
import dev.tidegate.policy.traffic.Pod;
import dev.tidegate.policy.verdict.Cause.Exempt;
import dev.tidegate.policy.verdict.Cause.Isolated;
import dev.tidegate.policy.verdict.Cause.Let;
import dev.tidegate.policy.verdict.Cause.NoPolicy;
import dev.tidegate.policy.verdict.Cause.NoSubject;
import dev.tidegate.policy.verdict.Cause.Refused;
import dev.tidegate.policy.verdict.NearMiss.Miss;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A verdict in words, for people.
///
/// Shape: a verdict → lines. The first is one of `allowed`, `denied`, `not-isolated`; then the end that decided, each
/// with the policy and the clause to look at, and what missed narrowly.
public final class Telling {

    private final Connection connection;

    private Telling(Connection connection) {
        this.connection = connection;
    }

    public static List<String> of(Verdict verdict) {
        Telling telling = new Telling(verdict.connection());
        List<String> lines = new ArrayList<>();
        lines.add(verdict.outcome().word());
        verdict.judgements().stream()
                .filter(judgement -> judgement.outcome() == verdict.outcome())
                .forEach(judgement -> telling.add(judgement, lines));
        verdict.judgements().stream()
                .filter(judgement -> judgement.outcome() != verdict.outcome())
                .forEach(judgement -> telling.add(judgement, lines));
        return lines;
    }

    /// One line of one end, without what missed.
    public static String of(Connection connection, Judgement judgement) {
        return new Telling(connection).line(judgement);
    }

    /// What a near miss wanted: one line.
    public static String of(Connection connection, NearMiss nearMiss) {
        return new Telling(connection).line(nearMiss);
    }

    private void add(Judgement judgement, List<String> lines) {
        lines.add(line(judgement));
        if (judgement.cause() instanceof Isolated isolated) {
            isolated.nearMisses().forEach(miss -> lines.add("  " + line(miss)));
        }
    }

    private String line(Judgement judgement) {
        Direction direction = judgement.direction();
        String end = direction.word() + " of " + connection.subject(direction).text() + ": ";
        String passed = judgement.passed().stream()
                .map(clause -> clause.text() + " passes it on; ")
                .collect(Collectors.joining());
        return end + passed + cause(judgement);
    }

    private String cause(Judgement judgement) {
        return switch (judgement.cause()) {
            case Exempt exempt ->
                switch (exempt.exemption()) {
                    case ITSELF -> "a pod always reaches itself";
                    case OWN_NODE -> "a pod and its own node always reach each other";
                };
            case NoSubject _ -> noSubject(judgement.direction());
            case NoPolicy _ -> "no policy isolates it";
            case Let let -> let.clause().text() + " allows it" + matched(let.clause());
            case Refused refused -> refused.clause().text() + " denies it" + matched(refused.clause());
            case Isolated isolated ->
                isolated.by().stream().map(PolicyRef::text).collect(Collectors.joining(" and "))
                        + (isolated.by().size() == 1 ? " isolates it" : " isolate it") + ", and no rule allows "
                        + connection.peer(judgement.direction()).text() + " on " + connection.protocol() + " "
                        + connection.port();
        };
    }

    private String noSubject(Direction direction) {
        return connection.subject(direction) instanceof Pod
                ? "on its node's network, where policies do not apply"
                : "no pod, so no policy applies";
    }

    private static String matched(Clause clause) {
        List<String> items = new ArrayList<>();
        clause.peer().ifPresent(i -> items.add(clause.direction().peers() + "[" + i + "]"));
        clause.port().ifPresent(i -> items.add("ports[" + i + "]"));
        return items.isEmpty() ? "" : " (" + String.join(", ", items) + ")";
    }

    private String line(NearMiss near) {
        Clause clause = near.clause();
        String peer = connection.peer(clause.direction()).text();
        String asked = connection.protocol() + " " + connection.port();
        String at = clause.policy().text() + " " + clause.path();
        return at
                + switch (near.miss()) {
                    case Miss.Port port ->
                        " lets " + peer + " through, but " + asked + " is not among its ports: "
                                + port.open().stream().map(PortClause::text).collect(Collectors.joining(", "));
                    case Miss.OtherNamespace other -> item(clause) + otherNamespace(other.asked(), peer);
                    case Miss.Labels labels ->
                        item(clause) + " means this namespace, but pods with other labels: "
                                + labels.asked().text();
                    case Miss.Excepted excepted ->
                        item(clause) + " holds the address, but takes out " + excepted.exception();
                    case Miss.NoAddress _ -> item(clause) + " asks for addresses, and none is known of " + peer;
                    case Miss.HostNetwork _ ->
                        item(clause) + " means the labels of " + peer
                                + ", but that is on its node's network, where labels do not find it";
                    case Miss.OtherPod other ->
                        " would allow it, but the policy is for other pods: "
                                + other.selector().text();
                };
    }

    /// The usual mistake: a bare `podSelector`, which searches the policy's own namespace only.
    private static String otherNamespace(PeerClause.Pods asked, String peer) {
        return asked.namespaces().isEmpty()
                ? " means the labels of " + peer
                        + ", but looks in the policy's own namespace only: a namespaceSelector in"
                        + " the same item is missing"
                : " means the labels of " + peer + ", but in other namespaces: "
                        + asked.namespaces().get().text();
    }

    private static String item(Clause clause) {
        return "." + clause.direction().peers() + "[" + clause.peer().orElse(0) + "]";
    }
}
