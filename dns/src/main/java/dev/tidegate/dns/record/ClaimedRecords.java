package dev.tidegate.dns.record;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What one claim would have if there were no other: the names that it can have, all that it asks for, and what it
/// cannot have.
///
/// Threads: any; pure. Fails: never.
record ClaimedRecords(Map<DomainName, WantedName> names, Set<DomainName> claimed, List<Refusal> refusals) {

    ClaimedRecords {
        names = Map.copyOf(names);
        claimed = Set.copyOf(claimed);
        refusals = List.copyOf(refusals);
    }

    static ClaimedRecords of(Claim claim, List<String> published, Zones zones, Duration defaultTtl) {
        Derivation derivation = new Derivation(claim, published, zones, defaultTtl);
        claim.names().forEach(derivation::add);
        return new ClaimedRecords(derivation.names, derivation.claimed, derivation.refusals);
    }

    private static final class Derivation {

        private final Claim claim;
        private final List<String> published;
        private final Zones zones;
        private final Duration defaultTtl;
        private final Map<DomainName, WantedName> names = new TreeMap<>();
        private final Set<DomainName> claimed = new TreeSet<>();
        private final List<Refusal> refusals = new ArrayList<>();

        Derivation(Claim claim, List<String> published, Zones zones, Duration defaultTtl) {
            this.claim = claim;
            this.published = published;
            this.zones = zones;
            this.defaultTtl = defaultTtl;
        }

        void add(String written) {
            DomainName name;
            try {
                name = DomainName.host(written);
            } catch (IllegalArgumentException malformed) {
                refuse(written, Refusal.Reason.MALFORMED_NAME, String.valueOf(malformed.getMessage()));
                return;
            }
            claimed.add(name);
            zones.of(name)
                    .ifPresentOrElse(
                            zone -> add(name, zone),
                            () -> refuse(
                                    written,
                                    Refusal.Reason.OUTSIDE_ZONES,
                                    name + " is in none of the zones " + zones.zones()));
        }

        private void add(DomainName name, DomainName zone) {
            List<RecordSet> sets = sets(name, zone, targets(name));
            if (sets.isEmpty()) {
                return;
            }
            names.putIfAbsent(name, WantedName.of(name, zone, claim.resource(), sets));
        }

        private SortedSet<Target> targets(DomainName name) {
            List<String> wished = claim.wishes().targets();
            SortedSet<Target> targets = new TreeSet<>();
            for (String written : wished.isEmpty() ? published : wished) {
                try {
                    targets.add(Target.of(written));
                } catch (IllegalArgumentException malformed) {
                    refuse(name.text(), Refusal.Reason.MALFORMED_TARGET, String.valueOf(malformed.getMessage()));
                }
            }
            if (targets.isEmpty()) {
                refuse(
                        name.text(),
                        Refusal.Reason.NO_TARGET,
                        wished.isEmpty() ? "the gateway has published no address" : "none of the targets is one");
            }
            return targets;
        }

        private List<RecordSet> sets(DomainName name, DomainName zone, SortedSet<Target> targets) {
            List<RecordSet> sets = new ArrayList<>();
            for (RecordType type : List.of(RecordType.A, RecordType.AAAA)) {
                List<String> addresses = texts(targets, type);
                if (!addresses.isEmpty()) {
                    sets.add(new RecordSet(name, type, ttl(), addresses));
                }
            }
            List<String> aliases = texts(targets, RecordType.CNAME);
            if (aliases.isEmpty()) {
                return sets;
            }
            if (!sets.isEmpty()) {
                refuse(
                        name.text(),
                        Refusal.Reason.ALIAS_BESIDE_ADDRESSES,
                        "no CNAME to " + String.join(", ", aliases) + " beside addresses");
                return sets;
            }
            return alias(name, zone, aliases);
        }

        private List<RecordSet> alias(DomainName name, DomainName zone, List<String> aliases) {
            String alias = aliases.getFirst();
            if (name.equals(zone)) {
                refuse(
                        name.text(),
                        Refusal.Reason.ALIAS_AT_APEX,
                        "no CNAME to " + alias + " at the apex of zone " + zone + " (expected: an IP address)");
                return List.of();
            }
            if (name.text().equals(alias)) {
                refuse(name.text(), Refusal.Reason.ALIAS_TO_ITSELF, "no CNAME from " + alias + " to itself");
                return List.of();
            }
            if (aliases.size() > 1) {
                refuse(
                        name.text(),
                        Refusal.Reason.SEVERAL_ALIASES,
                        "one CNAME to " + alias + ", as there can be no other to "
                                + String.join(", ", aliases.subList(1, aliases.size())));
            }
            return List.of(new RecordSet(name, RecordType.CNAME, ttl(), List.of(alias)));
        }

        private static List<String> texts(SortedSet<Target> targets, RecordType type) {
            return targets.stream()
                    .filter(target -> target.type() == type)
                    .map(Target::text)
                    .toList();
        }

        private Duration ttl() {
            return claim.wishes().ttl().orElse(defaultTtl);
        }

        private void refuse(String name, Refusal.Reason reason, String message) {
            refusals.add(new Refusal(claim.resource(), name, reason, message));
        }
    }
}
