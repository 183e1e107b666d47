package dev.tidegate.controller.cli;

import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.SourceRefused;
import dev.tidegate.controller.source.look.ClusterSight;
import dev.tidegate.controller.source.look.Sight;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/// A cluster that is looked at once, by verbs that take files too.
final class ClusterFlags {

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description =
                    "Read objects from the cluster of this file's current context. Default: the cluster around us")
    private Optional<Path> kubeconfig = Optional.empty();

    boolean isGiven() {
        return kubeconfig.isPresent();
    }

    /// All objects but Secrets, which nobody needs to see for this.
    ///
    /// Fails: [SourceRefused] if there is no cluster, or its Ingresses cannot be read, or not all of them.
    Snapshot look(CompilerOptions options) {
        Sight sight = ClusterSight.of(
                kubeconfig, new ClusterSight.Wish(Set.of(), options.configMap(), Optional.empty(), List.of()));
        String where = kubeconfig.map(Path::toString).orElse("the cluster around us");
        for (Map.Entry<String, String> unread : sight.unread().entrySet()) {
            if (unread.getKey().startsWith("ingress")) {
                throw SourceRefused.of(
                        where + ": " + unread.getKey(), unread.getValue(), "an account that may list them");
            }
        }
        if (sight.cut().stream().anyMatch(it -> it.startsWith("ingress"))) {
            throw SourceRefused.of(where, "more Ingresses than one look takes", "manifests, as of kubectl get -o yaml");
        }
        return sight.snapshot();
    }
}
