package dev.tidegate.gateway.table;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A regular expression that tenants wrote, over request paths: without case, anchored at the path's start and not at
/// its end. It is compiled once, and a match takes time linear in the path, whatever the expression (RE2/J).
///
/// Values are equal by their texts, and print as them; what was compiled is no part of the value.
///
/// Fails: `IllegalArgumentException` with what is wrong, where, and what was expected, if the text is no expression of
/// RE2's syntax or is too large. Threads: any.
///
/// Source: ingress-nginx's regex locations; <https://github.com/google/re2/wiki/Syntax>.
public final class PathPattern {

    /// Groups that a rewrite can name.
    private static final int MOST_GROUPS = 9;

    private final String text;
    /// What each path begins with that it takes, but for case; most are told apart by it alone.
    private final String literal;
    /// Null where the literal is all of it.
    private final @Nullable Pattern pattern;

    private final int size;

    private PathPattern(String text, String literal, @Nullable Pattern pattern) {
        this.text = text;
        this.literal = literal;
        this.pattern = pattern;
        this.size = pattern == null ? 1 : pattern.programSize();
    }

    public static PathPattern of(String text) {
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException(text + " (expected: a leading /)");
        }
        String encoded = PatternText.encoded(text);
        PatternShape shape = PatternShape.of(encoded);
        if (shape.size() > PatternShape.MOST) {
            throw new IllegalArgumentException(PatternText.shortened(text) + " is too large an expression (expected: at"
                    + " most " + PatternShape.MOST + " characters, each counted as often as it is repeated)");
        }
        String literal = encoded.substring(0, shape.literal());
        boolean whole = shape.literal() == encoded.length();
        return new PathPattern(text, literal, whole ? null : compile(text, encoded));
    }

    private static Pattern compile(String text, String encoded) {
        try {
            return Pattern.compile(encoded, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException(text + " " + PatternText.complaint(encoded, wrong), wrong);
        }
    }

    /// As it was written.
    public String text() {
        return text;
    }

    /// How many groups it has.
    public int groups() {
        return pattern == null ? 0 : pattern.groupCount();
    }

    /// Does this path begin as each must that the expression takes? Cheap, and allocates nothing.
    boolean isPossible(String path) {
        return path.regionMatches(true, 0, literal, 0, literal.length());
    }

    /// The steps that a match of this path may take at most.
    long steps(String path) {
        return pattern == null ? 0 : (long) size * path.length();
    }

    boolean matches(String path) {
        return isPossible(path) && (pattern == null || pattern.matcher(path).lookingAt());
    }

    /// Shape: a path → what its groups captured, or null if the expression does not take it.
    @Nullable
    Captures captures(String path) {
        if (!isPossible(path)) {
            return null;
        }
        if (pattern == null) {
            return Captures.NONE;
        }
        Matcher matcher = pattern.matcher(path);
        return matcher.lookingAt() ? captured(matcher) : null;
    }

    private static Captures captured(Matcher matcher) {
        int count = Math.min(matcher.groupCount(), MOST_GROUPS);
        List<String> groups = new ArrayList<>(count);
        for (int group = 1; group <= count; group++) {
            String captured = matcher.group(group);
            groups.add(captured == null ? "" : captured);
        }
        return groups.isEmpty() ? Captures.NONE : new Captures(groups);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PathPattern that && text.equals(that.text);
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
