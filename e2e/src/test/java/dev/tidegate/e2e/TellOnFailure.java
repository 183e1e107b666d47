package dev.tidegate.e2e;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Shows what Tidegate said, where a test fails, and nothing where it does not.
public final class TellOnFailure implements AfterTestExecutionCallback {

    private static final int LINES = 20;
    private static final List<TidegateProcess> RUNNING = new CopyOnWriteArrayList<>();

    static void began(TidegateProcess process) {
        RUNNING.add(process);
    }

    static void ended(TidegateProcess process) {
        RUNNING.remove(process);
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        if (test.getExecutionException().isPresent()) {
            RUNNING.forEach(process -> System.err.println("Tidegate said last, on standard error and output:\n"
                    + last(process.stderrLines()) + "\n" + last(process.stdoutLines())));
        }
    }

    private static String last(List<String> lines) {
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }
}
