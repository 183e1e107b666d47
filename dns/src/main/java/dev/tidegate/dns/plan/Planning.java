package dev.tidegate.dns.plan;

import dev.tidegate.dns.ownership.Identity;
import dev.tidegate.dns.ownership.OwnershipText;
import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.record.RecordSet;
import dev.tidegate.dns.record.RecordType;
import dev.tidegate.dns.record.WantedName;
import dev.tidegate.dns.record.WantedRecords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Decides name by name; [Plan] says by which rules.
final class Planning {

    private final WantedRecords wanted;
    private final ZoneContent found;
    private final Identity us;
    private final Memory memory;
    private final PublishPolicy policy;
    private final Instant now;

    Planning(WantedRecords wanted, ZoneContent found, Identity us, Memory memory, PublishPolicy policy, Instant now) {
        this.wanted = wanted;
        this.found = found;
        this.us = us;
        this.memory = memory;
        this.policy = policy;
        this.now = now;
    }

    /// Names all of whose records are ours.
    int owned() {
        return (int) found.names().keySet().stream().filter(this::ours).count();
    }

    private boolean ours(DomainName name) {
        NameContent content = found.at(name);
        return !content.sets().isEmpty()
                && content.sets().keySet().stream()
                        .allMatch(type -> Holder.of(found, us, name, type) instanceof Holder.Us);
    }

    /// `removing`: whether records may go without successors.
    Plan plan(boolean removing, Optional<Plan.Breaker> breaker) {
        List<NameChange> changes = new ArrayList<>();
        List<Withheld> withheld = new ArrayList<>();
        for (WantedName name : wanted.names().values()) {
            want(name, removing, changes, withheld);
        }
        for (DomainName name : found.names().keySet()) {
            if (!wanted.claimed().contains(name) && ours(name)) {
                letGo(name, removing, changes, withheld);
            }
        }
        return new Plan(changes, withheld, breaker);
    }

    private void want(WantedName name, boolean removing, List<NameChange> changes, List<Withheld> withheld) {
        Optional<Withheld> obstacle = obstacle(name);
        if (obstacle.isPresent()) {
            withheld.add(obstacle.get());
            return;
        }
        Map<RecordType, RecordSet> before = found.at(name.name()).sets();
        Map<RecordType, RecordSet> after = new EnumMap<>(name.sets());
        if (!removing && !after.containsKey(RecordType.CNAME)) {
            for (RecordType type : List.of(RecordType.A, RecordType.AAAA)) {
                RecordSet left = before.get(type);
                if (left != null && after.putIfAbsent(type, left) == null) {
                    withheld.add(new Withheld(
                            name.name(), Withheld.Reason.LEFT, type + " is not wanted any more, and is left"));
                }
            }
        }
        try {
            NameChange change = change(name.name(), name.zone(), before, after, Optional.of(name));
            if (!change.changesNothing()) {
                changes.add(change);
            }
        } catch (IllegalArgumentException noName) {
            withheld.add(
                    new Withheld(name.name(), Withheld.Reason.NO_OWNERSHIP_NAME, String.valueOf(noName.getMessage())));
        }
    }

    private Optional<Withheld> obstacle(WantedName wantedName) {
        DomainName name = wantedName.name();
        for (RecordType type : RecordType.values()) {
            boolean read = found.knows(name)
                    && us.names().namesToRead(name, type).stream()
                            .filter(place -> found.zone(place).isPresent())
                            .allMatch(found::knows);
            if (!read) {
                return Optional.of(
                        new Withheld(name, Withheld.Reason.NOT_READ, "what stands at " + name + " could not be read"));
            }
            boolean concerned =
                    wantedName.sets().containsKey(type) || found.at(name).sets().containsKey(type);
            Optional<Withheld> obstacle = concerned ? held(name, type) : Optional.empty();
            if (obstacle.isPresent()) {
                return obstacle;
            }
        }
        return wantedName.sets().containsKey(RecordType.CNAME) && besideOthers(name)
                ? Optional.of(new Withheld(
                        name,
                        Withheld.Reason.BESIDE_OTHERS,
                        "records of other types stand at " + name + ", and a CNAME can stand beside none"))
                : Optional.empty();
    }

    private Optional<Withheld> held(DomainName name, RecordType type) {
        String records = type + " of " + name;
        return switch (Holder.of(found, us, name, type)) {
            case Holder.Nobody _, Holder.Us _ -> Optional.empty();
            case Holder.Unmarked _ ->
                Optional.of(new Withheld(
                        name,
                        Withheld.Reason.UNMARKED,
                        records + " has no ownership record (expected: one of owner " + us.owner() + ")"));
            case Holder.Unreadable _ ->
                Optional.of(new Withheld(
                        name,
                        Withheld.Reason.ENCRYPTED,
                        records + " has an encrypted ownership record (expected: a plain one of owner " + us.owner()
                                + ")"));
            case Holder.Another(OwnershipText text) ->
                Optional.of(new Withheld(
                        name,
                        Withheld.Reason.OWNED_BY_ANOTHER,
                        records + " is owned by '" + text.owner().orElse("") + "'"
                                + text.resource().map(by -> " for " + by).orElse("") + " (expected: owner "
                                + us.owner() + ")"));
        };
    }

    private boolean besideOthers(DomainName name) {
        NameContent content = found.at(name);
        boolean read = us.names().namesToRead(name, RecordType.CNAME).contains(name);
        return content.others() || content.texts().stream().anyMatch(text -> !read || !ourText(text));
    }

    private boolean ourText(String text) {
        return OwnershipText.read(text) instanceof OwnershipText.Plain(OwnershipText plain) && us.owns(plain);
    }

    private void letGo(DomainName name, boolean removing, List<NameChange> changes, List<Withheld> withheld) {
        Instant deleted = memory.deleted().get(name);
        if (policy.mode() == PublishPolicy.Mode.UPSERT_ONLY) {
            withheld.add(new Withheld(
                    name, Withheld.Reason.LEFT, name + " is not wanted any more, and upsert-only leaves it"));
        } else if (deleted == null) {
            withheld.add(new Withheld(
                    name, Withheld.Reason.NOT_SEEN_DELETED, name + " is not wanted, but was not seen deleted"));
        } else if (now.isBefore(deleted.plus(policy.delay()))) {
            withheld.add(new Withheld(
                    name,
                    Withheld.Reason.WAITING,
                    name + " was deleted at " + deleted + ", and is withdrawn at " + deleted.plus(policy.delay())));
        } else if (!removing) {
            withheld.add(new Withheld(name, Withheld.Reason.LEFT, name + " is left, as too much would go at once"));
        } else {
            found.zone(name)
                    .ifPresent(zone ->
                            changes.add(change(name, zone, found.at(name).sets(), Map.of(), Optional.empty())));
        }
    }

    /// Fails: `IllegalArgumentException` where an ownership record can have no name.
    private NameChange change(
            DomainName name,
            DomainName zone,
            Map<RecordType, RecordSet> before,
            Map<RecordType, RecordSet> after,
            Optional<WantedName> wish) {
        TreeMap<DomainName, List<String>> textsBefore = new TreeMap<>();
        TreeMap<DomainName, List<String>> textsAfter = new TreeMap<>();
        for (RecordType type : RecordType.values()) {
            if (before.containsKey(type) || after.containsKey(type)) {
                for (DomainName place : us.names().namesToRead(name, type)) {
                    List<String> texts = found.at(place).texts();
                    textsBefore.put(place, texts);
                    textsAfter.putIfAbsent(
                            place, texts.stream().filter(text -> !ourText(text)).toList());
                }
            }
        }
        for (RecordType type : after.keySet()) {
            DomainName place = us.names().nameFor(name, type, zone);
            if (aliased(place)) {
                throw new IllegalArgumentException("ownership record " + place + " of " + name
                        + " cannot stand beside the CNAME there (expected: a prefix that no host has)");
            }
            String text = wish.filter(wanted -> wanted.sets().containsKey(type))
                    .map(wanted -> text(name, type, wanted.resource()))
                    .orElseGet(() -> kept(name, type));
            textsAfter.merge(place, List.of(text), Planning::both);
        }
        return new NameChange(name, zone, found.at(name).isEmpty(), before, after, textsBefore, textsAfter);
    }

    private boolean aliased(DomainName place) {
        WantedName host = wanted.names().get(place);
        return found.at(place).sets().containsKey(RecordType.CNAME)
                || (host != null && host.sets().containsKey(RecordType.CNAME));
    }

    /// Ours, with what an ownership record of ours said besides.
    private String text(DomainName name, RecordType type, String resource) {
        return plain(name, type)
                .map(text -> text.ownedBy(us.owner(), resource))
                .orElseGet(() -> us.text(resource))
                .text();
    }

    /// Of what is left in place, which has an ownership record of ours.
    private String kept(DomainName name, RecordType type) {
        return text(
                name, type, plain(name, type).flatMap(OwnershipText::resource).orElse("unknown"));
    }

    private Optional<OwnershipText> plain(DomainName name, RecordType type) {
        return us.names().namesToRead(name, type).stream()
                .flatMap(place -> found.at(place).texts().stream())
                .map(OwnershipText::read)
                .filter(OwnershipText.Plain.class::isInstance)
                .map(reading -> ((OwnershipText.Plain) reading).text())
                .filter(us::owns)
                .findFirst();
    }

    private static List<String> both(List<String> some, List<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        return all.stream().sorted().distinct().toList();
    }
}
