package dev.tidegate.controller.diagnostic;

import static java.util.Objects.requireNonNull;

import dev.tidegate.persistent.PersistentMap;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that is wrong at one moment, in order and once each.
///
/// The next one is made from this by what is not said any more and what is said anew, and remembers how often each is
/// said: two passes may say the same. It is put in order when somebody first reads it as a list, and not before: who
/// only wants to know what is new asks [#since], which costs what has changed.
///
/// Threads: any; immutable.
public final class Diagnostics extends AbstractList<Diagnostic> {

    public static final Diagnostics NONE = new Diagnostics(PersistentMap.empty(), 0);

    private final PersistentMap<Diagnostic, Integer> times;
    private final int errors;
    private volatile @Nullable List<Diagnostic> inOrder;

    private Diagnostics(PersistentMap<Diagnostic, Integer> times, int errors) {
        this.times = times;
        this.errors = errors;
    }

    public static Diagnostics of(Collection<Diagnostic> said) {
        return said instanceof Diagnostics same ? same : NONE.after(List.of(), said);
    }

    /// What is new and what is over, each in order.
    public record Changes(List<Diagnostic> appeared, List<Diagnostic> resolved) {
        public Changes {
            appeared = List.copyOf(appeared);
            resolved = List.copyOf(resolved);
        }

        public boolean isEmpty() {
            return appeared.isEmpty() && resolved.isEmpty();
        }
    }

    /// Shape: what was said and is not any more, as often as it was; what is said now → the next.
    public Diagnostics after(Collection<Diagnostic> gone, Collection<Diagnostic> come) {
        if (gone.isEmpty() && come.isEmpty()) {
            return this;
        }
        PersistentMap<Diagnostic, Integer> next = times;
        int nextErrors = errors;
        for (Diagnostic diagnostic : come) {
            Integer before = next.get(diagnostic);
            next = next.with(diagnostic, before == null ? 1 : before + 1);
            nextErrors += before == null && diagnostic.severity() == Severity.ERROR ? 1 : 0;
        }
        for (Diagnostic diagnostic : gone) {
            int left = requireNonNull(next.get(diagnostic), "never said") - 1;
            next = left == 0 ? next.without(diagnostic) : next.with(diagnostic, left);
            nextErrors -= left == 0 && diagnostic.severity() == Severity.ERROR ? 1 : 0;
        }
        return new Diagnostics(next, nextErrors);
    }

    public Changes since(Diagnostics before) {
        List<Diagnostic> appeared = new ArrayList<>();
        List<Diagnostic> resolved = new ArrayList<>();
        times.changesSince(before.times, (diagnostic, was, is) -> {
            if (was == null) {
                appeared.add(diagnostic);
            } else if (is == null) {
                resolved.add(diagnostic);
            }
        });
        Collections.sort(appeared);
        Collections.sort(resolved);
        return new Changes(appeared, resolved);
    }

    public int count(Severity severity) {
        return switch (severity) {
            case ERROR -> errors;
            case WARNING -> size() - errors;
        };
    }

    /// Shape: a reason → how many of these are said for it. Costs one look at each.
    public int count(DiagnosticReason reason) {
        return Math.toIntExact(times.keySet().stream()
                .filter(diagnostic -> diagnostic.reason() == reason)
                .count());
    }

    @Override
    public int size() {
        return times.size();
    }

    @Override
    public Diagnostic get(int index) {
        return inOrder().get(index);
    }

    private List<Diagnostic> inOrder() {
        List<Diagnostic> list = inOrder;
        if (list == null) {
            list = times.keySet().stream().sorted().toList();
            inOrder = list;
        }
        return list;
    }
}
