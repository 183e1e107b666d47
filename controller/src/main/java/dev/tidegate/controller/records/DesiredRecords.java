package dev.tidegate.controller.records;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.controller.publish.LiveSubscriber;
import dev.tidegate.controller.source.Listing;
import dev.tidegate.controller.turn.Turns;
import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.record.RecordDerivation;
import dev.tidegate.dns.record.WantedRecords;
import dev.tidegate.dns.record.Zones;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Derives, from what is served and where the gateway is reached, what ought to stand in the zones, and tells it.
///
/// Every replica does so: also one that does not lead sees names depart, so that it knows of them when it comes to
/// lead.
///
/// Where a list of Ingresses has just been made anew, and nothing is left of what it had, nothing of it counts as
/// deleted: an API server that lost its database says the same as one whose every Ingress was deleted.
///
/// Threads: one of its own derives and tells; `onLive` only leaves a note. Fails: never.
public final class DesiredRecords implements LiveSubscriber, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DesiredRecords.class);

    private static final Duration AFTER_FAULT = Duration.ofSeconds(5);

    /// How long after a list what is missing may be missing because of it.
    private static final Duration OF_A_LIST = Duration.ofMinutes(1);

    private final RecordDerivation derivation;
    private final Addresses addresses;
    private final Function<String, Listing> listing;
    private final List<RecordOutlet> outlets;
    private final AtomicReference<@Nullable Compilation> live = new AtomicReference<>();
    private final Turns turns = new Turns("records", "deriving DNS records", AFTER_FAULT, this::turn);
    private HostClaims claims = HostClaims.NONE;
    private List<String> published = List.of();
    private volatile @Nullable WantedRecords wanted;

    /// `ttl`: of those who wish for none. `listing`: the last list of Ingresses that a namespace had a part in.
    public DesiredRecords(
            Zones zones,
            Duration ttl,
            Addresses addresses,
            Function<String, Listing> listing,
            List<RecordOutlet> outlets) {
        this.derivation = new RecordDerivation(zones, ttl);
        this.addresses = requireNonNull(addresses);
        this.listing = requireNonNull(listing);
        this.outlets = List.copyOf(outlets);
    }

    public void start() {
        turns.start();
    }

    @Override
    public String name() {
        return "records";
    }

    @Override
    public void onLive(Compilation compilation) {
        live.set(compilation);
        turns.wake();
    }

    /// Look again, for the addresses may be others.
    public void wake() {
        turns.wake();
    }

    /// What is wanted, once something is live. Threads: any.
    public Optional<WantedRecords> wanted() {
        return Optional.ofNullable(wanted);
    }

    @Override
    public void close() {
        turns.close();
    }

    private Duration turn() {
        Compilation now = live.get();
        if (now != null) {
            look(now, addresses.known());
        }
        return Turns.UNTIL_WOKEN;
    }

    @SuppressWarnings("ReferenceEquality") // the same map says that nothing has changed, without looking into it
    void look(Compilation now, List<String> reachedAt) {
        HostClaims next = claims.next(now);
        boolean same = wanted != null && next.byIngress() == claims.byIngress() && reachedAt.equals(published);
        Set<DomainName> departed = deleted(next);
        claims = next;
        published = List.copyOf(reachedAt);
        if (same && departed.isEmpty()) {
            return;
        }
        WantedRecords derived = derivation.derive(next.byIngress().values(), published);
        wanted = derived;
        outlets.forEach(outlet -> outlet.onWanted(derived, departed));
    }

    private Set<DomainName> deleted(HostClaims next) {
        Map<Boolean, Set<DomainName>> byDoubt = next.departed().entrySet().stream()
                .collect(Collectors.partitioningBy(
                        entry -> doubtful(entry.getValue(), next),
                        Collectors.mapping(Map.Entry::getKey, Collectors.toUnmodifiableSet())));
        Set<DomainName> doubtful = requireNonNull(byDoubt.get(true));
        if (!doubtful.isEmpty()) {
            log.warn(
                    "no host is left of a list of Ingresses that was just made anew and had {}: this may be a mistake"
                        + " of the server, so their DNS records stay (expected: hosts deleted while they are watched;"
                        + " else delete the records by hand)",
                    doubtful.size());
        }
        return requireNonNull(byDoubt.get(false));
    }

    /// `namespace`: of the Ingress that is gone; empty if it was edited, which is seen on itself.
    private boolean doubtful(String namespace, HostClaims next) {
        Listing list = listing.apply(namespace);
        return !namespace.isEmpty()
                && list.age().compareTo(OF_A_LIST) < 0
                && next.byIngress().keySet().stream()
                        .noneMatch(key -> listing.apply(key.namespace()).scope().equals(list.scope()));
    }
}
