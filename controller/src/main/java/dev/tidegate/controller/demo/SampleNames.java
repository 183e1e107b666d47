package dev.tidegate.controller.demo;

import dev.tidegate.dns.record.DomainName;
import dev.tidegate.gateway.table.Backend;
import dev.tidegate.gateway.table.HostPattern;
import dev.tidegate.gateway.table.RoutingTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The names that a demo answers for, and the lines to ask for them; made from the table that is served.
///
/// Pure.
public final class SampleNames {

    private final RoutingTable table;

    public SampleNames(RoutingTable table) {
        this.table = table;
    }

    /// The zones that hold all hosts, but for names of the cluster: what a host is below, as `example` of
    /// `shop.example`, or a host that is below nothing.
    ///
    /// `clusterDomain`: the one whose names are Services and Pods.
    public List<DomainName> zones(String clusterDomain) {
        DomainName cluster = DomainName.of(clusterDomain);
        List<DomainName> zones = new ArrayList<>();
        patterns()
                .flatMap(SampleNames::zone)
                .filter(zone -> !zone.within(cluster))
                .sorted(Comparator.comparingInt(zone -> zone.text().length()))
                .filter(zone -> zones.stream().noneMatch(zone::within))
                .forEach(zones::add);
        return List.copyOf(zones);
    }

    private Stream<HostPattern> patterns() {
        return table.hosts().all().map(host -> host.pattern());
    }

    private static Stream<DomainName> zone(HostPattern pattern) {
        return switch (pattern) {
            case HostPattern.Exact exact ->
                Stream.of(DomainName.of(exact.name().substring(exact.name().indexOf('.') + 1)));
            case HostPattern.Wildcard wildcard ->
                Stream.of(DomainName.of(wildcard.text().substring(2)));
            case HostPattern.Any _ -> Stream.empty();
        };
    }

    /// One for a host and one for a Service, as far as there are any.
    public List<String> lines(int port, String clusterDomain) {
        Stream<String> host = patterns()
                .filter(HostPattern.Exact.class::isInstance)
                .map(HostPattern::text)
                .sorted(Comparator.reverseOrder())
                .limit(1);
        Stream<String> service = table.backends().values().stream()
                .map(Backend::source)
                .map(source -> source.name() + "." + source.namespace() + ".svc." + clusterDomain)
                .sorted()
                .limit(1);
        return Stream.concat(host, service)
                .map(name -> "dig @127.0.0.1 -p " + port + " +short " + name)
                .toList();
    }
}
