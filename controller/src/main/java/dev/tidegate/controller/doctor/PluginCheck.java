package dev.tidegate.controller.doctor;

import dev.tidegate.controller.cni.NetworkPlugin;
import dev.tidegate.controller.snapshot.PolicyObjects;
import java.util.List;
import java.util.stream.Stream;

/// Does anybody enforce network policies here, and what follows for the gateway?
final class PluginCheck {

    private static final String NAME = "network-plugin";

    private PluginCheck() {}

    static Stream<Finding> of(Patient patient) {
        NetworkPlugin plugin = patient.plugin();
        List<String> details = Stream.concat(
                        plugin.why().stream(), plugin.unread().stream().map(it -> "not looked at: " + it))
                .toList();
        return Stream.of(finding(plugin, policies(patient)).resting(details));
    }

    private static Finding finding(NetworkPlugin plugin, int policies) {
        String these = policies == 1 ? "the one policy" : "the " + policies + " policies";
        return switch (plugin.enforcement()) {
            case YES ->
                Finding.ok(
                        NAME,
                        plugin.text()
                                + (policies == 0
                                        ? "; there is no policy"
                                        : "; " + these + " here " + (policies == 1 ? "is" : "are") + " in effect"));
            case NO ->
                policies == 0
                        ? Finding.ok(NAME, plugin.text() + "; there is no policy that anybody could rely on")
                        : Finding.warn(
                                NAME,
                                plugin.text() + ": " + these + " of this cluster " + (policies == 1 ? "is" : "are")
                                        + " not in effect",
                                "Every pod reaches every pod, whatever the policies say, and so does the gateway.",
                                "--network-policy=auto (or enforce) makes the gateway honour them at the edge, for the"
                                        + " traffic that goes through it. For all other traffic a plug-in must do it:"
                                        + " Calico, Cilium, or kube-network-policies beside the one that is there.");
            case UNKNOWN ->
                Finding.warn(
                        NAME,
                        plugin.text(),
                        policies == 0
                                ? "There is no policy, so nothing hangs on it yet."
                                : "Whether " + these + " here " + (policies == 1 ? "is" : "are")
                                        + " in effect is not known.",
                        "Let this account list daemonsets.apps and nodes, or ask as an administrator. If the plug-in"
                                + " is one that is not known here, its documentation says whether it enforces.");
        };
    }

    private static int policies(Patient patient) {
        PolicyObjects objects = patient.sight().snapshot().policyObjects();
        return objects.networkPolicies().size()
                + objects.adminPolicies().size()
                + objects.baselinePolicies().size()
                + objects.clusterPolicies().size();
    }
}
