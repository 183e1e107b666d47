package dev.tidegate.gateway.observe;

/// Turns a record into its line, newline included. What a client sent is escaped, so one request is always one line.
public interface AccessFormat {

    void append(AccessRecord record, StringBuilder out);
}
