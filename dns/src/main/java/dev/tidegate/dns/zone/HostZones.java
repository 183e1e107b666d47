package dev.tidegate.dns.zone;

import dev.tidegate.dns.record.RecordSet;
import dev.tidegate.dns.record.Refusal;
import dev.tidegate.dns.record.WantedName;
import dev.tidegate.dns.record.WantedRecords;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xbill.DNS.Name;

/// Makes zones of the records that ought to be, the same that are published elsewhere.
///
/// Shape: what the zones say of themselves; the records; the addresses of this server and how long they hold → the
/// zones. A name server of ours at whose name nothing is wanted has this server's addresses. It never is an alias
/// (RFC 2181 §10.3), so that without an address it has nothing. A name that is wanted and leads nowhere yet is not
/// denied, as a denial is kept: of it nothing is known.
///
/// Threads: any; pure. Fails: `IllegalArgumentException` for a record whose zone is none of these.
///
/// Source: RFC 4592 (wildcards match any number of labels, unlike a host of an Ingress, which stands for one: what
/// resolves in between is answered by the gateway with 404).
public final class HostZones {

    private final Map<Name, Zone.Builder> zones = new LinkedHashMap<>();

    private HostZones(List<Authority> authorities) {
        authorities.forEach(authority -> zones.put(authority.origin(), Zone.builder(authority)));
    }

    public static Zones of(
            List<Authority> authorities, WantedRecords wanted, Collection<InetAddress> servers, Duration ttl) {
        HostZones hosts = new HostZones(authorities);
        wanted.names().values().forEach(hosts::add);
        wanted.refusals().stream()
                .filter(refusal -> refusal.reason() == Refusal.Reason.NO_TARGET)
                .map(refusal -> Names.absolute(refusal.name()))
                .forEach(name -> hosts.home(name).ifPresent(zone -> zone.unknown(name)));
        hosts.zones.values().forEach(zone -> hosts.addServers(zone, servers, ttl));
        return Zones.of(hosts.zones.values().stream().map(Zone.Builder::build).toList());
    }

    private void add(WantedName wanted) {
        Zone.Builder zone = zones.get(Names.absolute(wanted.zone().text()));
        if (zone == null) {
            throw new IllegalArgumentException(
                    "zone " + wanted.zone() + " of " + wanted.name() + " (expected: one of " + zones.keySet() + ")");
        }
        Name name = Names.absolute(wanted.name().text());
        wanted.sets().values().forEach(set -> add(zone, name, set));
    }

    private static void add(Zone.Builder zone, Name name, RecordSet set) {
        for (String value : set.values()) {
            switch (set.type()) {
                case A, AAAA -> zone.address(name, InetAddress.ofLiteral(value), set.ttl());
                case CNAME -> zone.alias(name, Names.absolute(value), set.ttl());
            }
        }
    }

    private void addServers(Zone.Builder zone, Collection<InetAddress> addresses, Duration ttl) {
        zone.authority().servers().stream()
                .filter(server -> !zone.has(server))
                .filter(server -> home(server).filter(it -> it == zone).isPresent())
                .forEach(server -> addresses.forEach(address -> zone.address(server, address, ttl)));
    }

    /// The zone with the most labels that a name fits in.
    private Optional<Zone.Builder> home(Name name) {
        for (int cut = 0; cut < name.labels(); cut++) {
            Zone.Builder zone = zones.get(new Name(name, cut));
            if (zone != null) {
                return Optional.of(zone);
            }
        }
        return Optional.empty();
    }
}
