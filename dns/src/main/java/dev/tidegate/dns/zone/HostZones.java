package dev.tidegate.dns.zone;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Name;

/// Makes zones of the exposed hosts: each has the gateway's addresses.
///
/// Shape: what the zones say of themselves, hosts (`shop.example.com`, `*.example.com`), addresses (IPv4, IPv6, or
/// the name of a load balancer) → the zones, and a line for each value that is no name.
///
/// A host is put into the zone with the most labels that it fits in; one that fits in none is left out without a word,
/// as there may be thousands. Where there is an address, a load balancer's name is not used, as it would be an alias
/// beside other data; without one hosts are aliases, but for a host that is the zone's own name, which cannot be one.
/// A name server of ours that is no host has the gateway's addresses too, but never an alias.
///
/// Threads: any; pure. Fails: never.
///
/// Source: RFC 4592 (wildcards match any number of labels, unlike a host of an Ingress, which stands for one: what
/// resolves in between is answered by the gateway with 404).
public record HostZones(Zones zones, List<String> faults) {

    public HostZones {
        faults = List.copyOf(faults);
    }

    public static HostZones of(
            List<Authority> authorities, Collection<String> hosts, Collection<String> addresses, Duration ttl) {
        List<String> faults = new ArrayList<>();
        List<Zone.Builder> builders = authorities.stream().map(Zone::builder).toList();
        Addresses published = Addresses.of(addresses, faults);
        for (String host : hosts) {
            name(host, faults)
                    .ifPresent(name -> home(builders, name).ifPresent(zone -> published.addTo(zone, name, ttl)));
        }
        builders.forEach(zone -> zone.authority().servers().stream()
                .filter(server -> !zone.has(server))
                .filter(server -> home(builders, server)
                        .filter(it -> it.origin().equals(zone.origin()))
                        .isPresent())
                .forEach(server -> published.addLiteralsTo(zone, server, ttl)));
        return new HostZones(Zones.of(builders.stream().map(Zone.Builder::build).toList()), faults);
    }

    private static Optional<Name> name(String text, List<String> faults) {
        try {
            return Optional.of(Names.absolute(text));
        } catch (IllegalArgumentException malformed) {
            faults.add(String.valueOf(malformed.getMessage()));
            return Optional.empty();
        }
    }

    private static Optional<Zone.Builder> home(List<Zone.Builder> zones, Name name) {
        Zone.Builder best = null;
        for (Zone.Builder zone : zones) {
            if (name.subdomain(zone.origin())
                    && (best == null || zone.origin().labels() > best.origin().labels())) {
                best = zone;
            }
        }
        return Optional.ofNullable(best);
    }

    private record Addresses(List<InetAddress> literals, List<Name> names) {

        static Addresses of(Collection<String> texts, List<String> faults) {
            List<InetAddress> literals = new ArrayList<>();
            List<Name> names = new ArrayList<>();
            for (String text : texts) {
                try {
                    literals.add(InetAddress.ofLiteral(text));
                } catch (IllegalArgumentException noLiteral) {
                    name(text, faults).ifPresent(names::add);
                }
            }
            return new Addresses(literals, names);
        }

        void addTo(Zone.Builder zone, Name name, Duration ttl) {
            addLiteralsTo(zone, name, ttl);
            names.forEach(target -> zone.alias(name, target, ttl));
        }

        /// For name servers, which must not be aliases (RFC 2181 §10.3).
        void addLiteralsTo(Zone.Builder zone, Name name, Duration ttl) {
            literals.forEach(address -> zone.address(name, address, ttl));
        }
    }
}
