package dev.tidegate.controller.source;

/// A source cannot be had as it was asked for: a folder that does not exist, a kubeconfig that does not parse.
///
/// The message is one line for the person at the command line; it names the value and what was expected.
public final class SourceRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private SourceRefused(String message) {
        super(message);
    }

    /// `./manifets: no such folder (expected: a folder of manifests)`
    public static SourceRefused of(Object value, String problem, String expected) {
        return new SourceRefused(value + ": " + problem + " (expected: " + expected + ")");
    }

    /// The one line.
    public String line() {
        return String.valueOf(getMessage());
    }
}
