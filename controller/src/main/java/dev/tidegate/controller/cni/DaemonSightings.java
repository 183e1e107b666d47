package dev.tidegate.controller.cni;

import dev.tidegate.controller.cni.Daemon.Program;
import dev.tidegate.controller.cni.Sighting.Role;
import dev.tidegate.controller.snapshot.Enforcement;
import dev.tidegate.controller.snapshot.ObjectKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a DaemonSet tells, by the names that its containers have in the manifests of their projects: names of
/// DaemonSets and images differ between distributions, those of containers do not.
final class DaemonSightings {

    private static final Set<String> V1ALPHA1 = Set.of("adminnetworkpolicies", "baselineadminnetworkpolicies");
    private static final Set<String> V1ALPHA2 = Set.of("clusternetworkpolicies");
    private static final Pattern ADMIN_GATE = Pattern.compile("(?m)^\\s*AdminNetworkPolicy:\\s*true\\b");
    private static final Pattern DATED = Pattern.compile("v(20\\d{6})-.*");
    private static final Pattern NUMBERED = Pattern.compile("v?(\\d+)\\.(\\d+).*");
    /// kindnetd of kind v0.24.0 is the first that enforces.
    private static final int FIRST_KINDNET = 20240730;

    private DaemonSightings() {}

    static Stream<Sighting> of(Daemon daemon, Evidence evidence) {
        Map<String, Sighting> byName = new LinkedHashMap<>();
        daemon.programs()
                .forEach(program -> of(program, daemon, evidence).ifPresent(it -> byName.putIfAbsent(it.name(), it)));
        return byName.values().stream();
    }

    private static Optional<Sighting> of(Program program, Daemon daemon, Evidence evidence) {
        return switch (program.name()) {
            case "calico-node" -> Optional.of(calico(program, daemon));
            case "cilium-agent" -> Optional.of(cilium(program, daemon, evidence));
            case "kube-flannel" -> flannel(program, daemon);
            case "weave" -> Optional.of(weave(program, daemon));
            case "kube-router" -> Optional.of(kubeRouter(program, daemon));
            case "antrea-agent" ->
                Optional.of(enforcing("Antrea", program, daemon, Role.NETWORK, antreaKinds(daemon, evidence)));
            case "ovnkube-node", "ovnkube-controller", "ovn-controller" ->
                daemon.key().name().startsWith("ovnkube-node")
                        ? Optional.of(enforcing("OVN-Kubernetes", without(program), daemon, Role.NETWORK, V1ALPHA1))
                        : Optional.empty();
            case "sdn" ->
                daemon.key().namespace().equals("openshift-sdn")
                        ? Optional.of(enforcing("OpenShift SDN", without(program), daemon, Role.NETWORK, Set.of()))
                        : Optional.empty();
            case "cni-server" ->
                daemon.key().name().equals("kube-ovn-cni")
                        ? Optional.of(enforcing("Kube-OVN", program, daemon, Role.NETWORK, Set.of()))
                        : Optional.empty();
            case "kindnet-cni" -> Optional.of(kindnet(program, daemon));
            case "kube-network-policies" ->
                Optional.of(enforcing(
                        "kube-network-policies",
                        program,
                        daemon,
                        Role.POLICY,
                        program.flag("--admin-network-policy")
                                        .filter("true"::equals)
                                        .isEmpty()
                                ? Set.of()
                                : atLeast(program, 0, 9) ? V1ALPHA2 : V1ALPHA1));
            case "aws-node" -> Optional.of(aws(program, daemon, evidence));
            case "azure-npm" ->
                Optional.of(enforcing("Azure Network Policy Manager", program, daemon, Role.POLICY, Set.of()));
            case "cns-container" ->
                Optional.of(silent(
                        "Azure CNI",
                        program,
                        daemon,
                        "leaves policies to others (Azure Network Policy Manager, Calico or Cilium)"));
            case "romana-agent" -> Optional.of(enforcing("Romana", program, daemon, Role.NETWORK, Set.of()));
            case "terway" -> Optional.of(terway(program, daemon, evidence));
            case "kube-multus" ->
                Optional.of(new Sighting(
                        "Multus",
                        program.tag(),
                        Role.META,
                        Enforcement.UNKNOWN,
                        daemon.text() + " hands pods on to other plug-ins; what they do decides",
                        Set.of()));
            default -> Optional.empty();
        };
    }

    /// Calico beside flannel in one pod is Canal; where Calico routes nothing, it sees to policies for another's
    /// network.
    private static Sighting calico(Program program, Daemon daemon) {
        boolean canal = daemon.program("kube-flannel").isPresent();
        boolean routes = !"none".equals(program.environment().get("CALICO_NETWORKING_BACKEND"));
        Set<String> kinds = atLeast(program, 3, 32) ? V1ALPHA2 : atLeast(program, 3, 29) ? V1ALPHA1 : Set.of();
        return enforcing(
                canal ? "Canal" : "Calico", program, daemon, canal || routes ? Role.NETWORK : Role.POLICY, kinds);
    }

    private static Sighting cilium(Program program, Daemon daemon, Evidence evidence) {
        boolean gke =
                program.image().contains("gke.gcr.io") || daemon.key().name().equals("anetd");
        String name = gke ? "GKE Dataplane V2 (Cilium)" : "Cilium";
        ObjectKey config = new ObjectKey(daemon.key().namespace(), "cilium-config");
        Optional<String> mode = program.flag("--enable-policy")
                .or(() -> Optional.ofNullable(program.environment().get("CILIUM_ENABLE_POLICY")))
                .or(() -> evidence.setting(config, "enable-policy"));
        if (mode.filter("never"::equals).isPresent()) {
            return silent(name, program, daemon, "has enable-policy: never, by which no policy at all is enforced");
        } else if (evidence.setting(config, "enable-k8s-networkpolicy")
                .filter("false"::equals)
                .isPresent()) {
            return silent(
                    name,
                    program,
                    daemon,
                    "has enable-k8s-networkpolicy: false, by which only policies of"
                            + " Cilium's own kinds are enforced");
        }
        // Chained behind another's network it sees to policies only.
        boolean chained = evidence.setting(config, "cni-chaining-mode")
                .filter(it -> !it.equals("none"))
                .isPresent();
        Sighting sighting = enforcing(name, program, daemon, chained ? Role.POLICY : Role.NETWORK, Set.of());
        return mode.isPresent() || evidence.settings().containsKey(config)
                ? sighting
                : why(
                        sighting,
                        sighting.why() + ", unless its ConfigMap " + config.path()
                                + ", which could not be read, has enable-policy: never");
    }

    /// A feature gate that is off by default.
    private static Set<String> antreaKinds(Daemon daemon, Evidence evidence) {
        return evidence.setting(new ObjectKey(daemon.key().namespace(), "antrea-config"), "antrea-controller.conf")
                        .filter(it -> ADMIN_GATE.matcher(it).find())
                        .isPresent()
                ? V1ALPHA1
                : Set.of();
    }

    private static Optional<Sighting> flannel(Program program, Daemon daemon) {
        return daemon.program("calico-node").isPresent()
                ? Optional.empty()
                : Optional.of(silent("Flannel", program, daemon, "gives pods addresses and knows no policies"));
    }

    private static Sighting weave(Program program, Daemon daemon) {
        return daemon.program("weave-npc").isPresent()
                ? enforcing("Weave Net", program, daemon, Role.NETWORK, Set.of())
                : silent("Weave Net", program, daemon, "runs without its container weave-npc, which enforces policies");
    }

    private static Sighting kubeRouter(Program program, Daemon daemon) {
        Role role = program.flag("--run-router").filter("false"::equals).isPresent() ? Role.POLICY : Role.NETWORK;
        return program.flag("--run-firewall").filter("false"::equals).isPresent()
                ? silent("kube-router", program, daemon, "has --run-firewall=false")
                : enforcing("kube-router", program, daemon, role, Set.of());
    }

    private static Sighting kindnet(Program program, Daemon daemon) {
        String tag = program.tag();
        Matcher dated = DATED.matcher(tag);
        if (dated.matches()) {
            return Integer.parseInt(dated.group(1)) >= FIRST_KINDNET
                    ? enforcing("kindnet", program, daemon, Role.NETWORK, Set.of())
                    : silent("kindnet", program, daemon, "is older than that of kind v0.24.0, the first that enforces");
        }
        return atLeast(program, 1, 3)
                ? enforcing("kindnet", program, daemon, Role.NETWORK, Set.of())
                : new Sighting(
                        "kindnet",
                        tag,
                        Role.NETWORK,
                        Enforcement.UNKNOWN,
                        daemon.text() + " runs kindnet, whose tag does not tell whether it enforces",
                        Set.of());
    }

    /// Enforcement takes the agent's flag, and the controller that turns policies into what it reads.
    private static Sighting aws(Program program, Daemon daemon, Evidence evidence) {
        Optional<Program> agent =
                daemon.program("aws-eks-nodeagent").or(() -> daemon.program("aws-network-policy-agent"));
        ObjectKey config = new ObjectKey(daemon.key().namespace(), "amazon-vpc-cni");
        if (agent.isEmpty()) {
            return silent("Amazon VPC CNI", program, daemon, "has no network policy agent");
        } else if (!agent.get().flag("--enable-network-policy").orElse("false").equals("true")) {
            return silent(
                    "Amazon VPC CNI",
                    program,
                    daemon,
                    "runs its network policy agent without" + " --enable-network-policy=true");
        } else if (evidence.setting(config, "enable-network-policy-controller")
                .filter("false"::equals)
                .isPresent()) {
            return silent(
                    "Amazon VPC CNI",
                    program,
                    daemon,
                    "has enable-network-policy-controller: \"false\" in" + " ConfigMap " + config.path());
        }
        return enforcing("Amazon VPC CNI", program, daemon, Role.NETWORK, Set.of());
    }

    private static Sighting terway(Program program, Daemon daemon, Evidence evidence) {
        ObjectKey config = new ObjectKey(daemon.key().namespace(), "eni-config");
        Optional<String> disabled = evidence.setting(config, "disable_network_policy");
        if (disabled.filter("false"::equals).isPresent()) {
            return enforcing("Terway", program, daemon, Role.NETWORK, Set.of());
        } else if (disabled.isPresent()) {
            return silent("Terway", program, daemon, "has disable_network_policy: \"" + disabled.get() + "\"");
        }
        return new Sighting(
                "Terway",
                program.tag(),
                Role.NETWORK,
                Enforcement.UNKNOWN,
                daemon.text() + " runs Terway; disable_network_policy in its ConfigMap " + config.path() + " decides",
                Set.of());
    }

    private static Sighting enforcing(String name, Program program, Daemon daemon, Role role, Set<String> kinds) {
        String where = daemon.wanted().isPresent() && daemon.ready().isPresent()
                ? " on " + daemon.ready().getAsInt() + " of " + daemon.wanted().getAsInt() + " nodes"
                : "";
        return new Sighting(
                name,
                program.tag(),
                role,
                Enforcement.YES,
                daemon.text() + " runs " + program.name() + where + ", which enforces policies",
                kinds);
    }

    /// `reason`: what the DaemonSet does or has, so that no policy is enforced by it.
    private static Sighting silent(String name, Program program, Daemon daemon, String reason) {
        return new Sighting(name, program.tag(), Role.NETWORK, Enforcement.NO, daemon.text() + " " + reason, Set.of());
    }

    private static Sighting why(Sighting it, String why) {
        return new Sighting(it.name(), it.version(), it.role(), it.enforcement(), why, it.kinds());
    }

    /// Images of a platform, whose tag is no version of the plug-in's.
    private static Program without(Program program) {
        return new Program(program.name(), "", program.arguments(), program.environment());
    }

    private static boolean atLeast(Program program, int major, int minor) {
        Matcher version = NUMBERED.matcher(program.tag());
        if (!version.matches()
                || version.group(1).length() > 4
                || version.group(2).length() > 4) {
            return false;
        }
        int seen = Integer.parseInt(version.group(1));
        return seen > major || (seen == major && Integer.parseInt(version.group(2)) >= minor);
    }
}
