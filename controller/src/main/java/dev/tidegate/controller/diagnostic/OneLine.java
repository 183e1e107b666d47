package dev.tidegate.controller.diagnostic;

/// Text that may hold anything that a user wrote, made fit for one line of a log or a terminal.
public final class OneLine {

    private OneLine() {}

    /// The same text, if nothing in it has to go.
    public static String of(String text) {
        if (text.codePoints().allMatch(OneLine::isPrintable)) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(it -> line.appendCodePoint(isPrintable(it) ? it : '?'));
        return line.toString();
    }

    /// Formatting characters turn the direction of what is read; controls and separators begin a new line.
    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}
