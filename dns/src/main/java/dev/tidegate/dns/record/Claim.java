package dev.tidegate.dns.record;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// One object's claim to names.
///
/// `resource`: who, as it is written into the ownership record: `ingress/shop/web`. `since`: how old it is; of two
/// that claim one name and differ, the older has it, and of equals the one whose `resource` comes first. `hosts`: what
/// it serves, exact or with `*.` first.
public record Claim(String resource, Instant since, List<String> hosts, Wishes wishes) {

    public Claim {
        requireNonNull(resource);
        requireNonNull(since);
        hosts = List.copyOf(hosts);
        requireNonNull(wishes);
    }

    /// What it wants named, as written.
    public Stream<String> names() {
        if (wishes.excluded()) {
            return Stream.empty();
        }
        return switch (wishes.source()) {
            case BOTH ->
                Stream.concat(hosts.stream(), wishes.hostnames().stream()).distinct();
            case HOSTS_ONLY -> hosts.stream().distinct();
            case HOSTNAMES_ONLY -> wishes.hostnames().stream().distinct();
        };
    }
}
