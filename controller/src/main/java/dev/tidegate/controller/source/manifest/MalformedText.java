package dev.tidegate.controller.source.manifest;

/// The text of a manifest is not YAML, or not JSON. `place` is `line:column`, or empty; the message is one line that
/// says what is wrong and what was expected.
final class MalformedText extends Exception {

    private static final long serialVersionUID = 1L;

    private final String place;

    MalformedText(String place, String problem) {
        super(problem);
        this.place = place;
    }

    String place() {
        return place;
    }

    String problem() {
        return String.valueOf(getMessage());
    }
}
