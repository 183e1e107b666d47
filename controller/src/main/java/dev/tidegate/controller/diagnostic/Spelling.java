package dev.tidegate.controller.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// How far one name is from another, so that a finding about a typo can name what was probably meant.
public final class Spelling {

    /// Two edits: enough for a slip of the keyboard, too few to mistake one word for another.
    public static final int CLOSE = 2;

    private Spelling() {}

    /// The known name nearest to `name`, if one is close.
    public static Optional<String> nearest(String name, Collection<String> known) {
        return known.stream()
                .filter(each -> distance(each, name) <= CLOSE && distance(each, name) < each.length())
                .min(Comparator.<String>comparingInt(each -> distance(each, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /// Levenshtein's distance, with letters of either case alike; more than [#CLOSE] only says "far".
    public static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        if (Math.abs(a.length() - b.length()) > CLOSE) {
            return CLOSE + 1;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
