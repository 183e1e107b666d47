package dev.tidegate.gateway.table;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/// A regular expression that tenants wrote, searched for in a header's value; case counts. It is compiled once, and a
/// search takes time linear in the value, whatever the expression (RE2/J).
///
/// Values are equal by their texts, and print as them. Threads: any.
public final class HeaderPattern {

    public static final String EXPECTED =
            "a regular expression of at most 256 ASCII characters in RE2's syntax, which has no"
                    + " look-around and no back-references, and repeats little";

    private static final int LONGEST = 256;

    /// A search takes a step for each instruction and character at most: these two bound what a request may cost.
    private static final int LARGEST_PROGRAM = 500;

    private static final int LONGEST_VALUE = 4096;

    /// What is repeated is compiled as often as it is repeated, so this is looked at before it is compiled.
    private static final int MOST_REPEATS = 1000;

    private static final java.util.regex.Pattern REPEAT =
            java.util.regex.Pattern.compile("\\{(?:\\d{1,9},)?(\\d{1,9}),?}");

    /// It is shown to people as it stands, and other characters have escapes.
    private static final java.util.regex.Pattern PRINTABLE = java.util.regex.Pattern.compile("[ -~]*");

    private final String text;
    private final Pattern pattern;

    private HeaderPattern(String text, Pattern pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    /// Empty if it is no expression of RE2's, or too large a one.
    public static Optional<HeaderPattern> of(String text) {
        if (text.length() > LONGEST || !PRINTABLE.matcher(text).matches() || repeats(text) > MOST_REPEATS) {
            return Optional.empty();
        }
        try {
            Pattern pattern = Pattern.compile(text);
            return pattern.programSize() > LARGEST_PROGRAM
                    ? Optional.empty()
                    : Optional.of(new HeaderPattern(text, pattern));
        } catch (PatternSyntaxException none) {
            return Optional.empty();
        }
    }

    /// If they all stood inside one another.
    private static double repeats(String text) {
        return REPEAT.matcher(text)
                .results()
                .map((MatchResult repeat) -> repeat.group(1))
                .mapToDouble(count -> Math.max(1, Integer.parseInt(count)))
                .reduce(1, (a, b) -> a * b);
    }

    /// Is it anywhere in the value? Never in one of more than 4096 characters.
    public boolean isIn(String value) {
        return value.length() <= LONGEST_VALUE && pattern.matcher(value).find();
    }

    public String text() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HeaderPattern that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
