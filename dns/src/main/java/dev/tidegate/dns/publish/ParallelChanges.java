package dev.tidegate.dns.publish;

import dev.tidegate.dns.plan.NameChange;
import dev.tidegate.dns.record.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/// Makes changes, a few at a time, so that a store that is far away does not make each name wait for all before it.
final class ParallelChanges {

    /// As many as do not burden a name server, which makes them one after the other anyway.
    private static final int AT_A_TIME = 8;

    private final RecordStore store;

    ParallelChanges(RecordStore store) {
        this.store = store;
    }

    /// The outcomes of those that were tried, in order. After a fault that would meet the rest of the zone too, the
    /// rest is not tried; after an interrupt nothing is, and the thread stays interrupted.
    ///
    /// Once it is `enough` the rest is not tried either, but for the first few: where it is always enough, they are
    /// what is made at all.
    List<Outcome> make(List<NameChange> changes, BooleanSupplier enough) {
        if (changes.isEmpty()) {
            return List.of();
        }
        Set<DomainName> given = ConcurrentHashMap.newKeySet();
        List<Callable<Optional<Outcome>>> tasks = new ArrayList<>();
        for (NameChange change : changes) {
            boolean anyway = tasks.size() < AT_A_TIME;
            tasks.add(() -> anyway || !enough.getAsBoolean() ? make(change, given) : Optional.empty());
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(
                Math.min(AT_A_TIME, changes.size()),
                Thread.ofVirtual().name("records-", 0).factory())) {
            return outcomes(threads.invokeAll(tasks));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private Optional<Outcome> make(NameChange change, Set<DomainName> given) {
        if (given.contains(change.zone())) {
            return Optional.empty();
        }
        Outcome outcome = store.make(change);
        if (outcome instanceof Outcome.Failed(NameChange _, Failure failure)
                && failure.fault().ofServer()) {
            given.add(change.zone());
        }
        return Optional.of(outcome);
    }

    private static List<Outcome> outcomes(List<Future<Optional<Outcome>>> futures) throws InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        for (Future<Optional<Outcome>> future : futures) {
            try {
                future.get().ifPresent(outcomes::add);
            } catch (ExecutionException | CancellationException fault) {
                throw new IllegalStateException("a change ended without an outcome", fault);
            }
        }
        return outcomes;
    }
}
