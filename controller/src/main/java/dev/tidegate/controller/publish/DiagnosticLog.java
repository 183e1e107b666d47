package dev.tidegate.controller.publish;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.Severity;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Logs each diagnostic once when it appears, and once when it is gone.
///
/// Threads: the control loop's.
public final class DiagnosticLog implements DiagnosticSubscriber {

    private static final Logger log = LoggerFactory.getLogger(DiagnosticLog.class);

    private List<Diagnostic> known = List.of();

    @Override
    public void onDiagnostics(List<Diagnostic> current) {
        if (current.equals(known)) {
            return;
        }
        Set<Diagnostic> before = Set.copyOf(known);
        Set<Diagnostic> now = Set.copyOf(current);
        for (Diagnostic diagnostic : current) {
            if (!before.contains(diagnostic)) {
                appeared(diagnostic);
            }
        }
        for (Diagnostic diagnostic : known) {
            if (!now.contains(diagnostic)) {
                log.info("resolved: {}", diagnostic.text());
            }
        }
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
