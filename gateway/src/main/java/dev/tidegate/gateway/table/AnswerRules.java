package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// What holds for the answers of all hosts.
///
/// `hsts`: told where the client's connection is encrypted. `hidden`: names of fields that no backend's answer keeps;
/// case does not count. `keepsServer`: a backend's own `Server` is passed on.
public record AnswerRules(Optional<Hsts> hsts, SortedSet<String> hidden, boolean keepsServer) {

    public static final AnswerRules NONE = of(Optional.empty(), Collections.emptyList(), false);

    public AnswerRules {
        requireNonNull(hsts);
        SortedSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(hidden);
        hidden = Collections.unmodifiableSortedSet(names);
    }

    public static AnswerRules of(Optional<Hsts> hsts, Collection<String> hidden, boolean keepsServer) {
        return new AnswerRules(hsts, new TreeSet<>(hidden), keepsServer);
    }
}
