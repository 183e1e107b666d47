package dev.tidegate.gateway.table;

import com.google.re2j.PatternSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The text of an expression: as paths have it, and what is wrong with it in words.
final class PatternText {

    /// What RE2/J calls one parenthesis too many.
    private static final String UNDERFLOW = "stack underflow";

    private static final String EXPECTED =
            " (expected: a regular expression in RE2's syntax, which has no look-around, back-references, atomic groups"
                    + " or possessive quantifiers)";

    /// What RE2/J itself puts before an expression without case.
    private static final String WITHOUT_CASE = "(?i)";

    private PatternText() {}

    /// The expression with its spaces and what is beyond ASCII written as [RequestPath] writes them.
    ///
    /// Fails: `IllegalArgumentException` if such a character stands in a class, which takes one character and not
    /// the several of its encoding; or if there is a control character.
    static String encoded(String text) {
        if (text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (Character.isISOControl(c)) {
                throw new IllegalArgumentException("character " + (i + 1) + " is a control character (expected: none)");
            }
            inClass = c == '[' || (inClass && c != ']');
            if (c > ' ' && c < 0x7f) {
                out.append((char) c);
            } else if (inClass) {
                throw new IllegalArgumentException(text + " has " + Character.toString(c) + " in a class (expected:"
                        + " printable ASCII, as paths are percent-encoded)");
            } else {
                encode(out, Character.toString(c));
            }
        }
        return out.toString();
    }

    private static void encode(StringBuilder out, String character) {
        out.append("(?:");
        for (byte octet : character.getBytes(StandardCharsets.UTF_8)) {
            out.append(String.format(Locale.ROOT, "%%%02X", octet & 0xff));
        }
        out.append(')');
    }

    /// `looks ahead at character 5, (?= (expected: ...)`
    static String complaint(String encoded, PatternSyntaxException wrong) {
        String piece = wrong.getPattern().startsWith(WITHOUT_CASE)
                ? wrong.getPattern().substring(WITHOUT_CASE.length())
                : wrong.getPattern();
        int at = piece.isEmpty() || piece.equals(encoded) ? -1 : encoded.indexOf(piece);
        String where = at < 0 ? "" : " at character " + (at + 1) + ", " + shortened(piece);
        return problem(piece, wrong.getDescription()) + where + EXPECTED;
    }

    private static String problem(String piece, String description) {
        if (piece.startsWith("(?<=") || piece.startsWith("(?<!")) {
            return "looks behind";
        }
        if (piece.startsWith("(?=") || piece.startsWith("(?!")) {
            return "looks ahead";
        }
        if (piece.startsWith("(?>")) {
            return "has an atomic group";
        }
        if (piece.matches("\\\\[1-9].*")) {
            return "refers back to a group";
        }
        if (piece.equals(UNDERFLOW)) {
            return "has a ) that closes nothing";
        }
        return piece.matches("[*+?}]\\+") ? "has a possessive quantifier" : "has a mistake: " + description;
    }

    static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
