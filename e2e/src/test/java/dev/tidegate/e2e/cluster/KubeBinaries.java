package dev.tidegate.e2e.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// etcd and kube-apiserver, as the script `e2e/cluster/run` finds or builds them.
record KubeBinaries(Path etcd, Path apiServer) {

    /// Those in the folder that `KUBEBUILDER_ASSETS` names.
    static Optional<KubeBinaries> ofEnvironment() {
        return Optional.ofNullable(System.getenv("KUBEBUILDER_ASSETS"))
                .map(Path::of)
                .map(folder -> new KubeBinaries(folder.resolve("etcd"), folder.resolve("kube-apiserver")))
                .filter(found -> Files.isExecutable(found.etcd) && Files.isExecutable(found.apiServer));
    }
}
