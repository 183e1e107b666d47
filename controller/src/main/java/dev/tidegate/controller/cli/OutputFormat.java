package dev.tidegate.controller.cli;

/// How a verb writes what it found.
enum OutputFormat {
    TEXT,
    JSON
}
