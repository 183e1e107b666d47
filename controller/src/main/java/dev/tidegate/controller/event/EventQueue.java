package dev.tidegate.controller.event;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.Diagnostics;
import dev.tidegate.gateway.table.ResourceRef;
import io.github.bucket4j.Bucket;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/// What waits to be told, the oldest first; bounded as a whole and for each object.
///
/// A problem that is over before it was told is not told, and neither is its end.
///
/// Threads: one.
final class EventQueue {

    /// Objects that were told about of late; whoever is beyond begins anew.
    private static final int REMEMBERED = 10_000;

    private final EventPace pace;
    private final SequencedSet<ObjectEvent> waiting = new LinkedHashSet<>();
    private final Map<ResourceRef, Bucket> budgets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ResourceRef, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };
    private long dropped;

    EventQueue(EventPace pace) {
        this.pace = pace;
    }

    void add(Diagnostics.Changes changes) {
        for (Diagnostic over : changes.resolved()) {
            ObjectEvent.appeared(over)
                    .filter(event -> !waiting.remove(event))
                    .ifPresent(_ -> ObjectEvent.resolved(over).ifPresent(this::add));
        }
        for (Diagnostic fresh : changes.appeared()) {
            ObjectEvent.resolved(fresh)
                    .filter(event -> !waiting.remove(event))
                    .ifPresent(_ -> ObjectEvent.appeared(fresh).ifPresent(this::add));
        }
    }

    void add(ObjectEvent event) {
        if (waiting.size() >= pace.waiting()) {
            dropped++;
        } else {
            waiting.add(event);
        }
    }

    /// The next one to write, if its object's share is not used up; what is beyond that is dropped on the way.
    Optional<ObjectEvent> poll() {
        while (!waiting.isEmpty()) {
            ObjectEvent next = waiting.removeFirst();
            if (budgets.computeIfAbsent(next.about(), _ -> budget()).tryConsume(1)) {
                return Optional.of(next);
            }
            dropped++;
        }
        return Optional.empty();
    }

    /// It could not be written, and is still the next.
    void putBack(ObjectEvent event) {
        waiting.addFirst(event);
        Bucket budget = budgets.get(event.about());
        if (budget != null) {
            budget.addTokens(1);
        }
    }

    void drop() {
        dropped++;
    }

    void clear() {
        waiting.clear();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /// Since the start.
    long dropped() {
        return dropped;
    }

    private Bucket budget() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(pace.perObject()).refillIntervally(1, pace.refill()))
                .build();
    }
}
