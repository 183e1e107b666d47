package dev.tidegate.controller.cli;

import dev.tidegate.address.AddressLiteral;
import dev.tidegate.controller.respond.DnsOptions;
import dev.tidegate.dns.cluster.ClusterZones;
import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.record.Zones;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Which names `run` sees to, and where it answers for them itself.
final class DnsFlags {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--dns-port",
            paramLabel = "PORT",
            converter = FlagTypes.Port.class,
            description = "Answer DNS questions about our hosts here, over UDP and TCP. Default: none are answered")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = {"--dns-zone", "--rfc2136-zone"},
            paramLabel = "ZONE",
            split = ",",
            converter = DnsFlagTypes.Zone.class,
            description = "The zone of our hosts' names, as home.example; several with commas.")
    private List<DomainName> zones = List.of();

    @Option(
            names = "--exclude-domains",
            paramLabel = "DOMAIN",
            split = ",",
            converter = DnsFlagTypes.Zone.class,
            description = "No names in or below these domains; several with commas.")
    private List<DomainName> excluded = List.of();

    @Option(
            names = {"--dns-target", "--default-targets"},
            paramLabel = "LIST",
            split = ",",
            converter = DnsFlagTypes.OneTarget.class,
            description = "What hosts' names lead to: IP addresses with commas, or one host name. Default: the"
                    + " addresses that become the status of Ingresses")
    private List<String> targets = List.of();

    @Option(
            names = "--dns-ttl",
            paramLabel = "DURATION",
            converter = DnsFlagTypes.TimeToLive.class,
            description = "How long others may keep a name, where its Ingress does not say. Default: 300s")
    private Duration ttl = Duration.ofMinutes(5);

    @Option(
            names = "--cluster-domain",
            paramLabel = "DOMAIN",
            converter = DnsFlagTypes.Zone.class,
            description = "With --manifests and --dns-port: Services and Pods of the folder have their names below"
                    + " this one. Default: cluster.local")
    private Optional<DomainName> clusterDomain = Optional.empty();

    Optional<Integer> port() {
        return port;
    }

    Zones zones() {
        return new Zones(zones, excluded);
    }

    List<String> targets() {
        return targets;
    }

    Duration ttl() {
        return ttl;
    }

    /// What to tell where names are neither answered nor, `publishing`, brought elsewhere: each of these flags that was
    /// given has no effect.
    List<String> pointless(boolean publishing) {
        return port.isPresent()
                ? List.of()
                : spec.commandLine().getParseResult().matchedOptions().stream()
                        .filter(option -> option.userObject() instanceof Field field
                                && field.getDeclaringClass().equals(DnsFlags.class))
                        .map(option -> option.names()[0])
                        .filter(name -> !publishing || name.equals("--cluster-domain"))
                        .map(name -> name + " has no effect: --dns-port is not given"
                                + (publishing ? "" : ", nor is --dns-publish"))
                        .distinct()
                        .toList();
    }

    /// Shape: where the gateway listens, and whether objects come from a folder → where and how names are answered,
    /// if they are.
    ///
    /// Fails: [ParameterException] if flags contradict each other.
    Optional<DnsOptions> responder(String address, boolean folder) {
        refuseMixedTargets();
        return port.map(number -> options(number, address, folder));
    }

    private DnsOptions options(int number, String address, boolean folder) {
        if (AddressLiteral.parse(address) == null) {
            throw refused("--address " + address + ": not understood (expected: an IP address)");
        }
        if (!folder && clusterDomain.isPresent()) {
            throw refused("--cluster-domain " + clusterDomain.get()
                    + ": a cluster names its Services itself (expected: without it, or with --manifests)");
        }
        if (!folder && zones.isEmpty()) {
            throw refused("--dns-port " + number
                    + ": no zone (expected: --dns-zone with the zone of our hosts, as home.example)");
        }
        InetAddress listen = InetAddress.ofLiteral(address);
        return new DnsOptions(
                new InetSocketAddress(listen, number),
                zones(),
                folder ? targetsInFolder(listen) : targets,
                ttl,
                folder ? Optional.of(namesOfFolder()) : Optional.empty());
    }

    /// A folder has no Service from which one could learn where the gateway is.
    private List<String> targetsInFolder(InetAddress listen) {
        if (!targets.isEmpty() || (zones.isEmpty() && listen.isAnyLocalAddress())) {
            return targets;
        }
        if (listen.isAnyLocalAddress()) {
            throw refused("--dns-zone " + zones.getFirst()
                    + ": nobody knows where its hosts are (expected: --dns-target with our addresses, or --address"
                    + " with one)");
        }
        return List.of(listen.getHostAddress());
    }

    private String namesOfFolder() {
        DomainName domain = clusterDomain.orElseGet(() -> DomainName.of(ClusterZones.DOMAIN));
        if (zones.contains(domain)) {
            throw refused("--dns-zone " + domain
                    + ": that is where the folder's Services are (expected: another zone or --cluster-domain)");
        }
        return domain.text();
    }

    private void refuseMixedTargets() {
        boolean named = targets.stream().anyMatch(it -> AddressLiteral.parse(it) == null);
        if (named && targets.size() > 1) {
            throw refused("--dns-target " + String.join(",", targets)
                    + ": not understood (expected: IP addresses, or one host name alone)");
        }
    }

    private ParameterException refused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
