package dev.tidegate.policy.rule;

/// What becomes of a connection that a rule of the cluster matches. `PASS` leaves it to the next tier.
public enum Action {
    ACCEPT,
    DENY,
    PASS
}
