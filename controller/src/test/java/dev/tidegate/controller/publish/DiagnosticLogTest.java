package dev.tidegate.controller.publish;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.diagnostic.Diagnostics;
import dev.tidegate.gateway.table.ResourceRef;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class DiagnosticLogTest {

    private static final ResourceRef WEB = ResourceRef.of("Ingress", "default", "web");
    private static final Diagnostic ERROR =
            Diagnostic.error(WEB, "spec.rules[0].host", DiagnosticReason.INVALID_FIELD, "X (expected: a name)");
    private static final Diagnostic WARNING =
            Diagnostic.warning(WEB, "", DiagnosticReason.NO_ENDPOINTS, "Service default/web has none");

    private final Logger logger = (Logger) LoggerFactory.getLogger(DiagnosticLog.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final DiagnosticLog log = new DiagnosticLog();

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(lines);
    }

    @Test
    void each_is_logged_once_when_it_appears_and_once_when_it_is_gone() {
        log.onDiagnostics(Diagnostics.of(List.of(ERROR)));
        log.onDiagnostics(Diagnostics.of(List.of(ERROR, WARNING)));
        log.onDiagnostics(Diagnostics.of(List.of(ERROR, WARNING)));
        log.onDiagnostics(Diagnostics.of(List.of(WARNING)));

        assertThat(lines.list)
                .extracting(Object::toString)
                .containsExactly(
                        "[ERROR] error Ingress default/web spec.rules[0].host: X (expected: a name) (InvalidField)",
                        "[WARN] warning Ingress default/web: Service default/web has none (NoEndpoints)",
                        "[INFO] resolved: error Ingress default/web spec.rules[0].host: X (expected: a name)"
                                + " (InvalidField)");
    }
}
