package dev.tidegate.policy.rule;

/// Before the namespaces' own policies, or after them.
public enum Tier {
    ADMIN,
    BASELINE
}
