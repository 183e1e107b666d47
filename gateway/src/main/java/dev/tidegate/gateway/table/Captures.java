package dev.tidegate.gateway.table;

import java.util.List;

/// What the groups of a route's expression captured of a path: as the path has it, so with its percent encodings.
public record Captures(List<String> groups) {

    public static final Captures NONE = new Captures(List.of());

    public Captures {
        groups = List.copyOf(groups);
    }

    /// Shape: the number of a group, from 1 → what it captured; empty if it took no part, or does not exist.
    public String group(int number) {
        return number <= groups.size() ? groups.get(number - 1) : "";
    }
}
