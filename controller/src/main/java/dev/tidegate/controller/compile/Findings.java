package dev.tidegate.controller.compile;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.gateway.table.ResourceRef;
import java.util.ArrayList;
import java.util.List;

/// What is wrong with one object, gathered while it is read. Threads: one.
final class Findings {

    private final ResourceRef source;
    private final List<Diagnostic> list = new ArrayList<>();

    Findings(ResourceRef source) {
        this.source = source;
    }

    void error(String field, DiagnosticReason reason, String message) {
        list.add(Diagnostic.error(source, field, reason, message));
    }

    void warning(String field, DiagnosticReason reason, String message) {
        list.add(Diagnostic.warning(source, field, reason, message));
    }

    void addAll(List<Diagnostic> others) {
        list.addAll(others);
    }

    List<Diagnostic> list() {
        return List.copyOf(list);
    }
}
