package dev.tidegate.controller.explain;

/// A question that is none: its message is one line for whoever asked it.
public final class QuestionRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    QuestionRefused(String line) {
        super(line);
    }

    /// The one line.
    public String line() {
        return String.valueOf(getMessage());
    }
}
