package dev.tidegate.controller.records;

import dev.tidegate.dns.plan.NameChange;
import dev.tidegate.dns.plan.NameContent;
import dev.tidegate.dns.plan.ZoneContent;
import dev.tidegate.dns.publish.Failure;
import dev.tidegate.dns.publish.Fault;
import dev.tidegate.dns.publish.Outcome;
import dev.tidegate.dns.publish.RecordStore;
import dev.tidegate.dns.record.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/// A zone in memory, which may be away.
final class FakeRecords implements RecordStore {

    private final DomainName zone;
    private ZoneContent content;
    private final List<String> done = new ArrayList<>();
    final AtomicInteger reads = new AtomicInteger();
    volatile boolean away;

    /// So many changes it makes, as they come, before it waits for more.
    final Semaphore permits = new Semaphore(Integer.MAX_VALUE, true);

    FakeRecords(String zone) {
        this.zone = DomainName.of(zone);
        this.content = ZoneContent.unknown(Set.of(this.zone)).withWhole(this.zone, Map.of());
    }

    @Override
    public boolean readsWhole() {
        return true;
    }

    @Override
    public synchronized Map<DomainName, NameContent> whole(DomainName asked) throws Failure.Thrown {
        reads.incrementAndGet();
        if (away) {
            throw new Failure.Thrown(failure());
        }
        return new TreeMap<>(content.names());
    }

    @Override
    public Map<DomainName, NameContent> names(DomainName asked, Set<DomainName> names) {
        throw new UnsupportedOperationException("it is read as a whole");
    }

    @Override
    public Outcome make(NameChange change) {
        try {
            permits.acquire();
        } catch (InterruptedException stop) {
            return new Outcome.Failed(change, failure());
        }
        return makeNow(change);
    }

    private synchronized Outcome makeNow(NameChange change) {
        if (away) {
            return new Outcome.Failed(change, failure());
        }
        if (!content.at(change.name()).sets().equals(change.before())) {
            return new Outcome.Overtaken(change, change.name() + " is another");
        }
        content = content.after(List.of(change));
        done.add(change.kind() + " " + change.name());
        return new Outcome.Made(change);
    }

    /// Somebody takes its records away.
    synchronized void lose(String name) {
        Map<DomainName, NameContent> left = new TreeMap<>(content.names());
        left.remove(DomainName.of(name));
        content = ZoneContent.unknown(Set.of(zone)).withWhole(zone, left);
    }

    private Failure failure() {
        return new Failure(zone, Fault.UNREACHABLE, "the fake is away");
    }

    /// What was done, in order.
    synchronized List<String> done() {
        return List.copyOf(done);
    }

    /// The names that have records.
    synchronized Set<String> names() {
        Set<String> names = new TreeSet<>();
        content.names().forEach((name, at) -> {
            if (!at.sets().isEmpty()) {
                names.add(name.text());
            }
        });
        return names;
    }

    @Override
    public String describe() {
        return "a fake";
    }
}
