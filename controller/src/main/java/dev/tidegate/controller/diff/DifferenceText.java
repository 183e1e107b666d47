package dev.tidegate.controller.diff;

import dev.tidegate.controller.diagnostic.OneLine;
import dev.tidegate.controller.diff.Thing.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A difference for people and for `grep`: one line each, and how much it is.
public final class DifferenceText {

    private DifferenceText() {}

    public static List<String> of(Difference difference) {
        return Stream.concat(
                        difference.moves().stream().map(DifferenceText::line), Stream.of(summary(difference.counts())))
                .toList();
    }

    private static String line(Move move) {
        String text = move.is().or(move::was).orElse("");
        String was = move.sign() == '~' ? "; was " + move.was().orElse("") : "";
        String line = move.sign() + " " + move.thing().kind().word() + " "
                + move.thing().name() + (text.isEmpty() ? "" : ": " + text) + was;
        return OneLine.of(line);
    }

    private static String summary(Map<Kind, Integer> counts) {
        return counts.isEmpty()
                ? "nothing moves"
                : counts.entrySet().stream()
                        .map(it -> counted(it.getValue(), it.getKey()))
                        .collect(Collectors.joining(", ", "what moves: ", ""));
    }

    private static String counted(int count, Kind kind) {
        String plural = kind == Kind.POLICY ? "policies" : kind.word() + "s";
        return count + " " + (count == 1 ? kind.word() : plural);
    }
}
