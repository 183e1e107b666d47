package dev.tidegate.controller.publish;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.gateway.publication.Publication;
import dev.tidegate.gateway.table.Provenance;
import dev.tidegate.gateway.table.RoutingTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Numbers what is published, from 1, and hands it to each subscriber in the order in which they subscribed. A
/// compilation that serves every request and handshake as the last one did is not published.
///
/// Threads: any; one publication or subscription at a time, so that every subscriber sees the same tables in the same
/// order. A late subscriber is given the current publication at once.
public final class Publisher {

    private static final Logger log = LoggerFactory.getLogger(Publisher.class);

    private final List<TableSubscriber> subscribers = new ArrayList<>();
    private final List<LiveSubscriber> liveSubscribers = new ArrayList<>();
    private @Nullable Publication current;
    private @Nullable Compilation live;

    public synchronized void subscribe(TableSubscriber subscriber) {
        subscribers.add(requireNonNull(subscriber));
        if (current != null) {
            tell(subscriber, current);
        }
    }

    public synchronized void subscribe(LiveSubscriber subscriber) {
        liveSubscribers.add(requireNonNull(subscriber));
        if (live != null) {
            tell(subscriber, live);
        }
    }

    /// Shape: a compilation → what was published of it, or empty if it is like the last.
    public synchronized Optional<Publication> publish(Compilation compilation) {
        Optional<Publication> published = publishTable(compilation);
        live = compilation;
        for (LiveSubscriber subscriber : liveSubscribers) {
            tell(subscriber, compilation);
        }
        return published;
    }

    /// Publishes a table of what may be out of date, for want of better: it serves, but nobody is told that it is
    /// live, so nothing is written to a cluster for it.
    public synchronized Optional<Publication> publishForNow(Compilation compilation) {
        Optional<Publication> published = publishTable(compilation);
        for (LiveSubscriber subscriber : liveSubscribers) {
            guarded(subscriber, () -> subscriber.onStandIn(compilation));
        }
        return published;
    }

    private Optional<Publication> publishTable(Compilation compilation) {
        Publication last = current;
        if (last != null
                && routesLike(compilation.table(), last.table())
                && compilation.certificates().equals(last.certificates())) {
            return Optional.empty();
        }
        long generation = last == null ? 1 : last.table().provenance().generation() + 1;
        Publication next = new Publication(numbered(compilation.table(), generation), compilation.certificates());
        current = next;
        for (TableSubscriber subscriber : subscribers) {
            tell(subscriber, next);
        }
        return Optional.of(next);
    }

    /// What was published last.
    public synchronized Optional<Publication> current() {
        return Optional.ofNullable(current);
    }

    /// Other digests say it at once; equal ones are looked into, for a digest is only a digest.
    private static boolean routesLike(RoutingTable one, RoutingTable other) {
        return one.provenance().digest().equals(other.provenance().digest()) && one.routesLike(other);
    }

    private static RoutingTable numbered(RoutingTable table, long generation) {
        Provenance compiled = table.provenance();
        return new RoutingTable(
                new Provenance(generation, compiled.compiledAt(), compiled.digest()),
                table.hosts(),
                table.backends(),
                table.forwarding(),
                table.answers());
    }

    private static void tell(TableSubscriber subscriber, Publication publication) {
        try {
            subscriber.onPublication(publication);
        } catch (RuntimeException fault) {
            log.error(
                    "subscriber {} failed on table {}; the others have it",
                    subscriber.name(),
                    publication.table().provenance().generation(),
                    fault);
        }
    }

    private static void tell(LiveSubscriber subscriber, Compilation live) {
        guarded(subscriber, () -> subscriber.onLive(live));
    }

    private static void guarded(LiveSubscriber subscriber, Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException fault) {
            log.error("subscriber {} failed on a compilation; the others have it", subscriber.name(), fault);
        }
    }
}
