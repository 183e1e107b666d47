package dev.tidegate.controller.doctor;

/// How bad it is, the least first.
public enum Level {
    OK,
    /// Works, but not as somebody may expect.
    WARN,
    /// Does not work.
    FAIL
}
