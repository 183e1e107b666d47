package dev.tidegate.policy.rule;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which labels are meant: all that is said must hold; where nothing is said, everything is meant.
///
/// Source: Kubernetes "Labels and selectors". `NotIn` and `DoesNotExist` also match where the label is not there.
public record LabelSelector(SortedMap<String, String> labels, List<Requirement> requirements) {

    public static final LabelSelector EVERYTHING = new LabelSelector(Collections.emptySortedMap(), List.of());

    public LabelSelector {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        requirements = List.copyOf(requirements);
    }

    public static LabelSelector of(Map<String, String> labels) {
        return new LabelSelector(new TreeMap<>(labels), List.of());
    }

    public boolean matches(Map<String, String> of) {
        return labels.entrySet().stream().allMatch(it -> it.getValue().equals(of.get(it.getKey())))
                && requirements.stream().allMatch(it -> it.matches(of));
    }

    /// What both mean.
    public LabelSelector and(LabelSelector other) {
        SortedMap<String, String> both = new TreeMap<>(labels);
        both.putAll(other.labels);
        boolean contradictory = both.entrySet().stream()
                .anyMatch(it -> !labels.getOrDefault(it.getKey(), it.getValue()).equals(it.getValue()));
        if (contradictory) {
            throw new IllegalArgumentException(text() + " and " + other.text() + " (expected: what can hold at once)");
        }
        return new LabelSelector(
                both,
                Stream.concat(requirements.stream(), other.requirements.stream())
                        .distinct()
                        .toList());
    }

    public boolean isEverything() {
        return labels.isEmpty() && requirements.isEmpty();
    }

    /// As kubectl takes it: `app=web,tier in (a, b),!legacy`; `everything` if nothing is asked for.
    public String text() {
        return isEverything()
                ? "everything"
                : Stream.concat(
                                labels.entrySet().stream().map(it -> it.getKey() + "=" + it.getValue()),
                                requirements.stream().map(Requirement::text))
                        .collect(Collectors.joining(","));
    }

    public enum Operator {
        IN,
        NOT_IN,
        EXISTS,
        DOES_NOT_EXIST
    }

    /// One expression; `values` are empty for the two operators that ask for none.
    public record Requirement(String key, Operator operator, SortedSet<String> values) {
        public Requirement {
            requireNonNull(key);
            requireNonNull(operator);
            values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
        }

        boolean matches(Map<String, String> labels) {
            return switch (operator) {
                case IN -> labels.containsKey(key) && values.contains(labels.get(key));
                case NOT_IN -> !labels.containsKey(key) || !values.contains(labels.get(key));
                case EXISTS -> labels.containsKey(key);
                case DOES_NOT_EXIST -> !labels.containsKey(key);
            };
        }

        String text() {
            return switch (operator) {
                case IN -> key + " in (" + String.join(", ", values) + ")";
                case NOT_IN -> key + " notin (" + String.join(", ", values) + ")";
                case EXISTS -> key;
                case DOES_NOT_EXIST -> "!" + key;
            };
        }
    }
}
