package dev.tidegate.controller.diagnostic;

/// `ERROR`: something asked for is not in effect. `WARNING`: it is in effect, but probably not as meant.
public enum Severity {
    ERROR,
    WARNING
}
