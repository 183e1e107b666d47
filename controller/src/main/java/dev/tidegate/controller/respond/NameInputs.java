package dev.tidegate.controller.respond;

import dev.tidegate.address.AddressLiteral;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.dns.cluster.ClusterZones;
import dev.tidegate.dns.record.Claim;
import dev.tidegate.dns.record.RecordDerivation;
import dev.tidegate.dns.record.Refusal;
import dev.tidegate.dns.record.WantedRecords;
import dev.tidegate.dns.zone.Authority;
import dev.tidegate.dns.zone.HostZones;
import dev.tidegate.dns.zone.Zones;
import dev.tidegate.persistent.PersistentMap;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All that zones are made of; equal ones make equal zones.
///
/// `addresses`: what hosts lead to. `objects`: a folder's, if they are named.
///
/// Threads: any; pure.
record NameInputs(PersistentMap<ObjectKey, Claim> claims, List<String> addresses, Optional<FolderObjects> objects) {

    NameInputs {
        addresses = List.copyOf(addresses);
    }

    /// Zones, and a line for each thing that has no name and ought to. `lacking`: how many names lead nowhere, as
    /// nobody knows yet where the gateway is.
    record Made(Zones zones, WantedRecords wanted, List<String> faults, long lacking) {}

    Made make(DnsOptions options, RecordDerivation derivation, long serial) {
        WantedRecords wanted = derivation.derive(claims.values(), addresses);
        List<String> faults = new ArrayList<>();
        wanted.refusals().stream().filter(this::worthTelling).forEach(it -> faults.add(line(it)));
        Zones zones = hosts(options, wanted, serial).and(cluster(options, serial, faults));
        return new Made(zones, wanted, List.copyOf(faults), addresses.isEmpty() ? leadingNowhere(wanted) : 0);
    }

    private static long leadingNowhere(WantedRecords wanted) {
        return wanted.refusals().stream()
                .filter(it -> it.reason() == Refusal.Reason.NO_TARGET)
                .count();
    }

    /// Hosts of other zones are other servers' to answer for, and there may be thousands. So may there be of those
    /// that lack what all lack, which is told once.
    private boolean worthTelling(Refusal refusal) {
        return switch (refusal.reason()) {
            case OUTSIDE_ZONES -> false;
            case NO_TARGET -> !addresses.isEmpty();
            default -> true;
        };
    }

    private static String line(Refusal refusal) {
        return refusal.resource() + ": " + refusal.name() + ": " + refusal.message();
    }

    private Zones hosts(DnsOptions options, WantedRecords wanted, long serial) {
        List<Authority> authorities = options.zones().zones().stream()
                .map(zone -> Authority.of(zone.text(), serial))
                .toList();
        return HostZones.of(authorities, wanted, servers(), options.ttl());
    }

    private Zones cluster(DnsOptions options, long serial, List<String> faults) {
        if (options.clusterDomain().isEmpty() || objects.isEmpty()) {
            return Zones.of(List.of());
        }
        ClusterZones made = ClusterZones.of(
                options.clusterDomain().get(),
                serial,
                servers(),
                objects.get().services(),
                objects.get().pods());
        faults.addAll(made.faults());
        return made.zones();
    }

    /// This server is reached where the gateway is.
    private List<InetAddress> servers() {
        return addresses.stream()
                .filter(it -> AddressLiteral.parse(it) != null)
                .map(InetAddress::ofLiteral)
                .toList();
    }
}
