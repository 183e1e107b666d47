package dev.tidegate.policy.rule;

import static java.util.Objects.requireNonNull;

import dev.tidegate.policy.traffic.Direction;
import dev.tidegate.policy.traffic.Pod;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What one namespace says of its own pods: those that `selector` means are isolated in `directions`, and let through
/// there what one of the rules lets through.
///
/// Defaults are filled in: `directions` is never meant to be guessed here. Rules of a direction that is not among them
/// have no effect. Source: NetworkPolicy v1.
public record NetworkPolicy(
        PolicyRef ref, LabelSelector selector, Set<Direction> directions, List<Rule> ingress, List<Rule> egress)
        implements Comparable<NetworkPolicy> {

    public NetworkPolicy {
        requireNonNull(ref);
        requireNonNull(selector);
        Set<Direction> inOrder = EnumSet.noneOf(Direction.class);
        inOrder.addAll(directions);
        directions = Collections.unmodifiableSet(inOrder);
        ingress = List.copyOf(ingress);
        egress = List.copyOf(egress);
    }

    public boolean selects(Pod pod) {
        return pod.namespace().name().equals(ref.namespace()) && selector.matches(pod.labels());
    }

    public boolean isolates(Pod pod, Direction direction) {
        return directions.contains(direction) && selects(pod);
    }

    public List<Rule> rules(Direction direction) {
        return direction == Direction.INGRESS ? ingress : egress;
    }

    @Override
    public int compareTo(NetworkPolicy other) {
        return ref.compareTo(other.ref);
    }
}
