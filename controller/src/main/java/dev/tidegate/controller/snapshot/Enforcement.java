package dev.tidegate.controller.snapshot;

/// Does the network plug-in do what NetworkPolicies say?
public enum Enforcement {
    YES,
    NO,
    /// No plug-in that is known was found, or it could not be looked for.
    UNKNOWN
}
