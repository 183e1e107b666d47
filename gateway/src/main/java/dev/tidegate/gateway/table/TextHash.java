package dev.tidegate.gateway.table;

/// The hash of a part of a text, without a string of it. What [String#hashCode] says of the same characters.
final class TextHash {

    private TextHash() {}

    static int of(String text, int start, int end) {
        return extend(0, text, start, end);
    }

    /// The hash of what `hash` is of, followed by the text from `start` to `end`.
    static int extend(int hash, String text, int start, int end) {
        int extended = hash;
        for (int i = start; i < end; i++) {
            extended = 31 * extended + text.charAt(i);
        }
        return extended;
    }
}
