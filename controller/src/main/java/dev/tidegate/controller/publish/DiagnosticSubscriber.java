package dev.tidegate.controller.publish;

import dev.tidegate.controller.diagnostic.Diagnostic;
import java.util.List;

/// Someone who is told what is wrong: logs, status, Events, the dashboard.
public interface DiagnosticSubscriber {

    /// All that is wrong now, in order and once each. Called after each compilation, by the control loop's thread.
    void onDiagnostics(List<Diagnostic> current);
}
