package dev.tidegate.dns.record;

import static java.util.Objects.requireNonNull;

/// Why a claim does not have the records that it asks for.
///
/// `resource`: whose claim. `name`: as it was written. `message`: one line for people.
public record Refusal(String resource, String name, Reason reason, String message) implements Comparable<Refusal> {

    public enum Reason {
        /// No name that a host may have.
        MALFORMED_NAME,
        /// A target that is neither an address nor a name.
        MALFORMED_TARGET,
        /// In none of the zones, or excluded.
        OUTSIDE_ZONES,
        /// Nothing to lead to: the gateway has published no address yet.
        NO_TARGET,
        /// At a zone's apex stand SOA and NS, beside which no CNAME may stand (RFC 1034 §3.6.2).
        ALIAS_AT_APEX,
        /// To a name itself.
        ALIAS_TO_ITSELF,
        /// A name beside addresses: the addresses are published, the alias is not.
        ALIAS_BESIDE_ADDRESSES,
        /// Several names: the first is published.
        SEVERAL_ALIASES,
        /// An older claim has the name and wants other records.
        CLAIMED_BY_ANOTHER
    }

    public Refusal {
        requireNonNull(resource);
        requireNonNull(name);
        requireNonNull(reason);
        requireNonNull(message);
    }

    @Override
    public int compareTo(Refusal other) {
        int byResource = resource.compareTo(other.resource);
        int byName = byResource == 0 ? name.compareTo(other.name) : byResource;
        int byReason = byName == 0 ? reason.compareTo(other.reason) : byName;
        return byReason == 0 ? message.compareTo(other.message) : byReason;
    }
}
