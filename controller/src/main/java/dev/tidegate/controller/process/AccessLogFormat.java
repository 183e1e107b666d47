package dev.tidegate.controller.process;

/// What is written for each request: ingress-nginx's line, a JSON object, or nothing.
public enum AccessLogFormat {
    TEXT,
    JSON,
    OFF
}
