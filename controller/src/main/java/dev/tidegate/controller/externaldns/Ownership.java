package dev.tidegate.controller.externaldns;

import static java.util.Objects.requireNonNull;

import dev.tidegate.dns.ownership.Identity;
import dev.tidegate.dns.ownership.OwnershipNames;
import dev.tidegate.dns.ownership.OwnershipText;
import dev.tidegate.dns.plan.NameChange;
import dev.tidegate.dns.plan.NameContent;
import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.record.RecordType;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Whose an object is, in the words of ownership records, which a plan goes by. They are told, and never written:
/// those that stand in a zone are external-dns's own.
///
/// `us`: at its names they are told.
///
/// Pure.
record Ownership(Identity us) {

    /// Behind who wants it: what the object says is not what we wrote, so that it is planned to be put right.
    private static final String EDITED = "+edited";

    private static final String UNKNOWN = "unknown";

    /// No host has a `*` inside of a name, so none stands in the way of an ownership record that is only told.
    private static final OwnershipNames ASIDE = new OwnershipNames("%{record_type}-*.", "", "");

    Ownership {
        requireNonNull(us);
    }

    static Identity aside(Identity us) {
        return us.with(ASIDE);
    }

    /// What stands at the name, and at the places of its ownership records.
    Map<DomainName, NameContent> content(KeptName kept, DomainName zone) {
        Map<DomainName, NameContent> content = new HashMap<>();
        content.put(kept.name(), new NameContent(kept.sets(), List.of(), false));
        NameContent told = new NameContent(Map.of(), List.of(text(kept)), false);
        Set<RecordType> types = kept.sets().isEmpty()
                ? EnumSet.allOf(RecordType.class)
                : kept.sets().keySet();
        for (RecordType type : types) {
            place(kept.name(), type, zone).ifPresent(place -> content.put(place, told));
        }
        return content;
    }

    private Optional<DomainName> place(DomainName name, RecordType type, DomainName zone) {
        try {
            return Optional.of(us.names().nameFor(name, type, zone));
        } catch (IllegalArgumentException tooLong) {
            return Optional.empty();
        }
    }

    private String text(KeptName kept) {
        String owner = Stream.concat(Stream.of(us.owner()), us.takenOver().stream())
                .filter(ours -> OwnerLabel.of(ours).equals(kept.owner()))
                .findFirst()
                .orElse(kept.owner());
        String resource = kept.resource().orElse(UNKNOWN);
        try {
            return OwnershipText.of(owner, kept.edited() ? resource + EDITED : resource)
                    .text();
        } catch (IllegalArgumentException edited) {
            return OwnershipText.of(owner, UNKNOWN + EDITED).text();
        }
    }

    /// Whose label the object has, by what was found before the change; nothing if there was no object.
    Optional<String> ownerBefore(NameChange change) {
        return change.textsBefore().values().stream()
                .flatMap(List::stream)
                .flatMap(text -> plain(text).stream())
                .flatMap(text -> text.owner().stream())
                .map(OwnerLabel::of)
                .findFirst();
    }

    /// What the object is to say after the change.
    KeptName after(NameChange change) {
        return KeptName.of(change.name(), us.owner(), resource(change), change.after());
    }

    /// Of several, the one that is new: what upsert-only leaves in place keeps the text that it had, and with it the
    /// mark of an edit.
    private String resource(NameChange change) {
        List<String> texts = change.textsAfter().values().stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
        Set<String> before = Set.copyOf(
                change.textsBefore().values().stream().flatMap(List::stream).toList());
        return Stream.concat(texts.stream().filter(text -> !before.contains(text)), texts.stream())
                .flatMap(text -> plain(text).stream())
                .flatMap(text -> text.resource().stream())
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static Optional<OwnershipText> plain(String text) {
        return OwnershipText.read(text) instanceof OwnershipText.Plain(OwnershipText plain)
                ? Optional.of(plain)
                : Optional.empty();
    }
}
