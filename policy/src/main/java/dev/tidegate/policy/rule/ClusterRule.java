package dev.tidegate.policy.rule;

import static java.util.Objects.requireNonNull;

import dev.tidegate.policy.traffic.Connection;
import dev.tidegate.policy.traffic.Direction;

/// A rule of the cluster: what it does with whom it matches. `name` may be empty.
public record ClusterRule(String name, Action action, Rule rule) {
    public ClusterRule {
        requireNonNull(name);
        requireNonNull(action);
        requireNonNull(rule);
    }

    /// A rule that cannot be read fails closed: one that accepts takes nothing, any other takes everything.
    public boolean takes(Connection connection, Direction direction) {
        return rule.isUnreadable() ? action != Action.ACCEPT : rule.matches(connection, direction, "");
    }

    /// What it does with what it takes: one that cannot be read denies.
    public Action effect() {
        return rule.isUnreadable() ? Action.DENY : action;
    }
}
