package dev.tidegate.controller.cli;

/// How a verb writes a report.
enum ReportFormat {
    TEXT,
    JSON,
    HTML
}
