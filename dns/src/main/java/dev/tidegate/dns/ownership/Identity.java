package dev.tidegate.dns.ownership;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/// Under which name we own records.
///
/// `owner`: written into ownership records, as external-dns's `--txt-owner-id`; two that write into one zone need
/// different ones. `takenOver`: owners whose records become ours. `names`: where ownership records stand.
public record Identity(String owner, Set<String> takenOver, OwnershipNames names) {

    public Identity {
        requireNonNull(owner);
        takenOver = Set.copyOf(takenOver);
        requireNonNull(names);
        OwnershipText.of(owner, "ingress/any/any");
    }

    public static Identity of(String owner) {
        return new Identity(owner, Set.of(), OwnershipNames.PLAIN);
    }

    public Identity takingOver(String other) {
        return new Identity(owner, Set.of(other), names);
    }

    public Identity with(OwnershipNames others) {
        return new Identity(owner, takenOver, others);
    }

    public boolean owns(OwnershipText text) {
        return text.owner()
                .filter(by -> by.equals(owner) || takenOver.contains(by))
                .isPresent();
    }

    /// What is to be written for a record of ours.
    public OwnershipText text(String resource) {
        return OwnershipText.of(owner, resource);
    }
}
