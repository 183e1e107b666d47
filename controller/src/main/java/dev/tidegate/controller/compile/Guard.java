package dev.tidegate.controller.compile;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.gateway.table.ResourceRef;
import java.util.function.Function;
import java.util.function.Supplier;

/// The one place where a fault of the compiler's own is caught: it costs the object that it was met on, and no other.
final class Guard {

    private Guard() {}

    static <T> T over(ResourceRef object, Supplier<T> work, Function<Diagnostic, T> otherwise) {
        try {
            return work.get();
        } catch (RuntimeException fault) {
            return otherwise.apply(Diagnostic.error(
                    object,
                    "",
                    DiagnosticReason.INTERNAL_FAULT,
                    "left out, as reading it failed with " + fault + place(fault) + "; please report this"));
        }
    }

    private static String place(RuntimeException fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
    }
}
