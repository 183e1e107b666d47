package dev.tidegate.controller.cli;

import dev.tidegate.dns.resolve.ResolvConf;
import java.net.InetSocketAddress;
import java.util.List;
import picocli.CommandLine.Option;

/// Whom `run` asks for the names of ExternalName Services.
final class NameFlags {

    /// A Service's name is meant as it stands, for Kubernetes hands it out as an absolute alias. With the `ndots:5`
    /// of a pod `shop.com` would first be looked for in the cluster, where somebody may have a namespace `com`.
    private static final int NDOTS = 1;

    @Option(
            names = "--resolver",
            paramLabel = "IP[:PORT]",
            split = ",",
            converter = FlagTypes.NameServer.class,
            description = "Ask this name server for ExternalName Services; several with commas. Default: as"
                    + " /etc/resolv.conf says")
    private List<InetSocketAddress> servers = List.of();

    ResolvConf resolver() {
        return servers.isEmpty() ? ResolvConf.system().withNdotsAtMost(NDOTS) : ResolvConf.of(servers);
    }
}
