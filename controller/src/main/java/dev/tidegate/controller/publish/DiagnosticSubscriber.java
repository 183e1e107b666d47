package dev.tidegate.controller.publish;

import dev.tidegate.controller.diagnostic.Diagnostics;

/// Someone who is told what is wrong: logs, status, Events, the dashboard.
public interface DiagnosticSubscriber {

    /// All that is wrong now; what is new in it, [Diagnostics#since] says cheaply. Called after each compilation,
    /// by the control loop's thread.
    void onDiagnostics(Diagnostics current);
}
