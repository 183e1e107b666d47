package dev.tidegate.controller.cli;

import dev.tidegate.controller.compile.ClientWishes;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.compile.NamedSecrets;
import dev.tidegate.controller.policy.PolicyMode;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.source.Source;
import dev.tidegate.controller.source.cluster.ClusterScope;
import dev.tidegate.controller.source.cluster.ConnectedCluster;
import dev.tidegate.controller.source.cluster.PolicyScope;
import dev.tidegate.controller.source.folder.ManifestFolder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Where objects come from: a folder, a cluster by kubeconfig, or the cluster around us.
final class SourceFlags {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--manifests",
            paramLabel = "DIR",
            description = "Read objects from this folder and follow its changes; no cluster is needed.")
    private Optional<Path> manifests = Optional.empty();

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description =
                    "Read objects from the cluster of this file's current context. Default: the cluster around us")
    private Optional<Path> kubeconfig = Optional.empty();

    @Option(
            names = "--watch-namespace",
            paramLabel = "NS",
            description = "Watch this namespace only; several with commas. Default: all")
    private String watchNamespace = "";

    @Option(
            names = "--watch-namespace-selector",
            paramLabel = "LABELS",
            description = "Watch namespaces with these labels only, as team=a,stage!=dev. Default: all")
    private String watchNamespaceSelector = "";

    boolean fromFolder() {
        return manifests.isPresent();
    }

    Optional<Path> manifests() {
        return manifests;
    }

    /// Are namespaces chosen by their labels?
    boolean byLabels() {
        return !watchNamespaceSelector.isBlank();
    }

    Optional<Path> kubeconfig() {
        return kubeconfig;
    }

    /// Those that are watched, or all if empty.
    Set<String> namespaces() {
        return watchNamespace.isBlank() ? Set.of() : Set.of(watchNamespace.split("\\s*,\\s*"));
    }

    /// Shape: the flags → a source that has not been started.
    ///
    /// Fails: [ParameterException] if flags contradict each other, `SourceRefused` if there is no such source.
    Source open(CompilerOptions options) {
        refuseContradictions();
        if (manifests.isPresent()) {
            return new ManifestFolder(manifests.get());
        }
        ClusterScope scope = new ClusterScope(
                namespaces(),
                Optional.of(watchNamespaceSelector).filter(selector -> !selector.isBlank()),
                options.configMap(),
                options.networkPolicy() == PolicyMode.OFF
                        ? Optional.empty()
                        : Optional.of(new PolicyScope(
                                options.ownPod(),
                                options.defaultBackendService().map(ObjectKey::namespace),
                                new ClientWishes(options))));
        return kubeconfig.isPresent()
                ? ConnectedCluster.byKubeconfig(kubeconfig.get(), scope, NamedSecrets.following(options))
                : ConnectedCluster.inCluster(scope, NamedSecrets.following(options));
    }

    /// Fails: [ParameterException] if flags contradict each other.
    void refuseContradictions() {
        if (manifests.isPresent() && kubeconfig.isPresent()) {
            throw refused("--manifests and --kubeconfig: both given (expected: one of them)");
        }
        if (!watchNamespace.isBlank() && !watchNamespaceSelector.isBlank()) {
            throw refused("--watch-namespace and --watch-namespace-selector: both given (expected: one of them)");
        }
        boolean selective = !watchNamespace.isBlank() || !watchNamespaceSelector.isBlank();
        if (manifests.isPresent() && selective) {
            String flag = watchNamespace.isBlank() ? "--watch-namespace-selector" : "--watch-namespace";
            throw refused(flag + ": a folder is read whole (expected: without --manifests)");
        }
    }

    private ParameterException refused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
