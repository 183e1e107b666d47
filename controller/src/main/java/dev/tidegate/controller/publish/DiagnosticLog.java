package dev.tidegate.controller.publish;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.Diagnostics;
import dev.tidegate.controller.diagnostic.Severity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Logs each diagnostic once when it appears, and once when it is gone.
///
/// Threads: the control loop's.
public final class DiagnosticLog implements DiagnosticSubscriber {

    private static final Logger log = LoggerFactory.getLogger(DiagnosticLog.class);

    private Diagnostics known = Diagnostics.NONE;

    @Override
    public void onDiagnostics(Diagnostics current) {
        Diagnostics.Changes changes = current.since(known);
        changes.appeared().forEach(DiagnosticLog::appeared);
        changes.resolved().forEach(diagnostic -> log.info("resolved: {}", diagnostic.text()));
        known = current;
    }

    private static void appeared(Diagnostic diagnostic) {
        if (diagnostic.severity() == Severity.ERROR) {
            log.error("{}", diagnostic.text());
        } else {
            log.warn("{}", diagnostic.text());
        }
    }
}
