package dev.tidegate.dns.record;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The records that ought to be: of every name that is claimed, in the zones, and can be had.
///
/// Shape: claims in any order, the gateway's published addresses (IP literals and host names), the zones, the TTL of
/// those who wish for none → names in order, and what could not be had, in order. `claimed`: every name that a claim
/// asks for, whether it can be had or not: as long as it stands there, nobody has let go of it.
///
/// A wildcard in DNS stands for names of any depth, as long as nothing exists on the way to them (RFC 4592 §3.3.1); a
/// host's wildcard stands for one label. A name below it that the gateway does not serve thus resolves, and is
/// answered with a 404.
///
/// Threads: any; pure. Fails: never; what cannot be had is a [Refusal].
public record WantedRecords(
        SortedMap<DomainName, WantedName> names, Set<DomainName> claimed, SortedSet<Refusal> refusals) {

    public static final WantedRecords EMPTY =
            new WantedRecords(Collections.emptySortedMap(), Set.of(), Collections.emptySortedSet());

    public WantedRecords {
        names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
        claimed = Set.copyOf(claimed);
        refusals = Collections.unmodifiableSortedSet(new TreeSet<>(refusals));
    }

    public static WantedRecords of(
            Collection<Claim> claims, Collection<String> published, Zones zones, Duration defaultTtl) {
        Derivation derivation = new Derivation(List.copyOf(published), zones, defaultTtl);
        claims.stream()
                .sorted(Comparator.comparing(Claim::since).thenComparing(Claim::resource))
                .forEach(derivation::add);
        return new WantedRecords(derivation.names, derivation.claimed, derivation.refusals);
    }

    /// The oldest claim comes first.
    private static final class Derivation {

        private final List<String> published;
        private final Zones zones;
        private final Duration defaultTtl;
        private final SortedMap<DomainName, WantedName> names = new TreeMap<>();
        private final Set<DomainName> claimed = new TreeSet<>();
        private final SortedSet<Refusal> refusals = new TreeSet<>();

        Derivation(List<String> published, Zones zones, Duration defaultTtl) {
            this.published = published;
            this.zones = zones;
            this.defaultTtl = defaultTtl;
        }

        void add(Claim claim) {
            claim.names().forEach(written -> add(claim, written));
        }

        private void add(Claim claim, String written) {
            DomainName name;
            try {
                name = DomainName.host(written);
            } catch (IllegalArgumentException malformed) {
                refuse(claim, written, Refusal.Reason.MALFORMED_NAME, String.valueOf(malformed.getMessage()));
                return;
            }
            claimed.add(name);
            zones.of(name)
                    .ifPresentOrElse(
                            zone -> add(claim, name, zone),
                            () -> refuse(
                                    claim,
                                    written,
                                    Refusal.Reason.OUTSIDE_ZONES,
                                    name + " is in none of the zones " + zones.zones()));
        }

        private void add(Claim claim, DomainName name, DomainName zone) {
            List<RecordSet> sets = sets(claim, name, zone, targets(claim, name));
            if (sets.isEmpty()) {
                return;
            }
            WantedName wanted = WantedName.of(name, zone, claim.resource(), sets);
            WantedName older = names.putIfAbsent(name, wanted);
            if (older != null && !older.sets().equals(wanted.sets())) {
                refuse(
                        claim,
                        name.text(),
                        Refusal.Reason.CLAIMED_BY_ANOTHER,
                        older.resource() + " is older, and wants other records for " + name);
            }
        }

        private SortedSet<Target> targets(Claim claim, DomainName name) {
            List<String> wished = claim.wishes().targets();
            SortedSet<Target> targets = new TreeSet<>();
            for (String written : wished.isEmpty() ? published : wished) {
                try {
                    targets.add(Target.of(written));
                } catch (IllegalArgumentException malformed) {
                    refuse(claim, name.text(), Refusal.Reason.MALFORMED_TARGET, String.valueOf(malformed.getMessage()));
                }
            }
            if (targets.isEmpty()) {
                refuse(
                        claim,
                        name.text(),
                        Refusal.Reason.NO_TARGET,
                        wished.isEmpty() ? "the gateway has published no address" : "none of the targets is one");
            }
            return targets;
        }

        private List<RecordSet> sets(Claim claim, DomainName name, DomainName zone, SortedSet<Target> targets) {
            List<RecordSet> sets = new ArrayList<>();
            for (RecordType type : List.of(RecordType.A, RecordType.AAAA)) {
                List<String> addresses = texts(targets, type);
                if (!addresses.isEmpty()) {
                    sets.add(new RecordSet(name, type, ttl(claim), addresses));
                }
            }
            List<String> aliases = texts(targets, RecordType.CNAME);
            if (aliases.isEmpty()) {
                return sets;
            }
            if (!sets.isEmpty()) {
                refuse(
                        claim,
                        name.text(),
                        Refusal.Reason.ALIAS_BESIDE_ADDRESSES,
                        "no CNAME to " + String.join(", ", aliases) + " beside addresses");
                return sets;
            }
            return alias(claim, name, zone, aliases);
        }

        private List<RecordSet> alias(Claim claim, DomainName name, DomainName zone, List<String> aliases) {
            String alias = aliases.getFirst();
            if (name.equals(zone)) {
                refuse(
                        claim,
                        name.text(),
                        Refusal.Reason.ALIAS_AT_APEX,
                        "no CNAME to " + alias + " at the apex of zone " + zone + " (expected: an IP address)");
                return List.of();
            }
            if (name.text().equals(alias)) {
                refuse(claim, name.text(), Refusal.Reason.ALIAS_TO_ITSELF, "no CNAME from " + alias + " to itself");
                return List.of();
            }
            if (aliases.size() > 1) {
                refuse(
                        claim,
                        name.text(),
                        Refusal.Reason.SEVERAL_ALIASES,
                        "one CNAME to " + alias + ", as there can be no other to "
                                + String.join(", ", aliases.subList(1, aliases.size())));
            }
            return List.of(new RecordSet(name, RecordType.CNAME, ttl(claim), List.of(alias)));
        }

        private static List<String> texts(SortedSet<Target> targets, RecordType type) {
            return targets.stream()
                    .filter(target -> target.type() == type)
                    .map(Target::text)
                    .toList();
        }

        private Duration ttl(Claim claim) {
            return claim.wishes().ttl().orElse(defaultTtl);
        }

        private void refuse(Claim claim, String name, Refusal.Reason reason, String message) {
            refusals.add(new Refusal(claim.resource(), name, reason, message));
        }
    }
}
