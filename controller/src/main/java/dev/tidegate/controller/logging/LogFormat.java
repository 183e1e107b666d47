package dev.tidegate.controller.logging;

/// `TEXT`: one line an event, for people. `JSON`: one object a line, for machines.
public enum LogFormat {
    TEXT,
    JSON
}
