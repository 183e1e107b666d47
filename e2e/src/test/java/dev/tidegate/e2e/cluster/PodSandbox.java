package dev.tidegate.e2e.cluster;

import dev.tidegate.e2e.TidegateProcess;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What a container runtime makes of a pod's first container, as far as the kernel alone can do it: its user, its
/// capabilities and no new ones, a root file system that is read-only, empty volumes and the account's token mounted
/// where the pod says, an environment of its own. Its network is that of all pods of the run, and its files are this
/// machine's: in the place of an image stand the JDK and the jar, or whatever the pod's own command names.
///
/// `folder`: of the pod alone, with `hosts` and `serviceaccount` in it; the latter may be missing.
record PodSandbox(Pod pod, String address, Path folder) {

    static final String ACCOUNT = "/run/secrets/kubernetes.io/serviceaccount";

    private static final String JDK = "/run/jdk";
    private static final String JAR = "/run/tidegate.jar";
    private static final String FLAGS = "/run/jvm-flags";
    private static final String PATH = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin";

    /// What the test must add: pods share a network here, so each takes its own address of it and leaves the others
    /// theirs.
    private List<String> ownAddress() {
        return List.of("--address=" + address, "--healthz-host=" + address);
    }

    /// The whole command line, for a process that becomes the container's.
    List<String> command(PodNetwork network, Map<String, String> more) {
        List<String> lines = new ArrayList<>(mounts());
        lines.add("exec " + quoted(user()) + " env -i " + quoted(environment(more)) + " " + quoted(containerCommand()));
        return network.inside(List.of("sh", "-euc", String.join("\n", lines)));
    }

    private Container container() {
        return pod.getSpec().getContainers().getFirst();
    }

    private boolean ours() {
        return container().getCommand().isEmpty();
    }

    private List<String> containerCommand() {
        if (!ours()) {
            return Stream.concat(container().getCommand().stream(), container().getArgs().stream())
                    .toList();
        }
        List<String> launcher =
                new ArrayList<>(TidegateProcess.command(container().getArgs()));
        launcher.set(0, JDK + "/bin/java");
        launcher.set(launcher.indexOf("-jar") + 1, JAR);
        launcher.replaceAll(word -> word.startsWith("@") ? "@" + FLAGS : word);
        launcher.addAll(ownAddress());
        return launcher;
    }

    /// Order matters: what is mounted from our folders must be mounted before they are covered.
    private List<String> mounts() {
        List<String> lines = new ArrayList<>();
        lines.add("mount --bind " + quoted(folder.resolve("hosts").toString()) + " /etc/hosts");
        lines.add("mount -t tmpfs -o mode=755 none /run");
        if (folder.resolve("serviceaccount").toFile().isDirectory()) {
            lines.add("mkdir -p " + ACCOUNT);
            lines.add("mount --bind " + quoted(folder.resolve("serviceaccount").toString()) + " " + ACCOUNT);
        }
        if (ours()) {
            List<String> launcher = TidegateProcess.command(List.of());
            Path jar = Path.of(launcher.get(launcher.indexOf("-jar") + 1)).toAbsolutePath();
            lines.add("touch " + JAR + "; mount --bind " + quoted(jar.toString()) + " " + JAR);
            launcher.stream()
                    .filter(word -> word.startsWith("@"))
                    .map(word -> Path.of(word.substring(1)).toAbsolutePath().toString())
                    .forEach(flags -> lines.add("touch " + FLAGS + "; mount --bind " + quoted(flags) + " " + FLAGS));
            lines.add("mkdir " + JDK + "; mount --bind " + quoted(System.getProperty("java.home")) + " " + JDK);
        }
        container().getVolumeMounts().stream().filter(this::isEmptyDir).forEach(mount -> lines.addAll(emptyDir(mount)));
        if (Boolean.TRUE.equals(security().getReadOnlyRootFilesystem())) {
            lines.add("mount -o remount,bind,ro /");
        }
        return lines;
    }

    private boolean isEmptyDir(VolumeMount mount) {
        return pod.getSpec().getVolumes().stream()
                .filter(volume -> volume.getName().equals(mount.getName()))
                .map(Volume::getEmptyDir)
                .anyMatch(Objects::nonNull);
    }

    /// Where this machine has no such folder, the one above it is covered to make room.
    private static List<String> emptyDir(VolumeMount mount) {
        String path = quoted(mount.getMountPath());
        String above = quoted(String.valueOf(Path.of(mount.getMountPath()).getParent()));
        return List.of(
                "[ -d " + path + " ] || { mount -t tmpfs -o mode=755 none " + above + "; mkdir " + path + "; }",
                "mount -t tmpfs -o mode=1777,size=64m none " + path);
    }

    private SecurityContext security() {
        return Optional.ofNullable(container().getSecurityContext()).orElseGet(SecurityContext::new);
    }

    private List<String> user() {
        String added = Optional.ofNullable(security().getCapabilities())
                .map(it -> String.join(
                        "", it.getAdd().stream().map(name -> ",+" + lower(name)).toList()))
                .orElse("");
        long uid = Optional.ofNullable(security().getRunAsUser())
                .or(() -> Optional.ofNullable(pod.getSpec().getSecurityContext().getRunAsUser()))
                .orElseThrow(() -> new AssertionError("the pod leaves its user to the image"));
        return List.of(
                "setpriv",
                "--reuid=" + uid,
                "--regid=" + uid,
                "--clear-groups",
                "--no-new-privs",
                "--inh-caps=-all",
                "--bounding-set=-all" + added);
    }

    private static String lower(String capability) {
        return capability.toLowerCase(Locale.ROOT);
    }

    private List<String> environment(Map<String, String> more) {
        Stream<String> own = container().getEnv().stream().map(it -> it.getName() + "=" + value(it));
        Stream<String> added = more.entrySet().stream().map(it -> it.getKey() + "=" + it.getValue());
        return Stream.of(Stream.of("PATH=" + PATH), added, own)
                .flatMap(it -> it)
                .toList();
    }

    /// The downward API's values are the pod's as the server has it.
    private String value(EnvVar variable) {
        if (variable.getValueFrom() == null) {
            return Objects.requireNonNullElse(variable.getValue(), "");
        }
        String field = variable.getValueFrom().getFieldRef().getFieldPath();
        return switch (field) {
            case "metadata.name" -> pod.getMetadata().getName();
            case "metadata.namespace" -> pod.getMetadata().getNamespace();
            case "spec.nodeName" -> pod.getSpec().getNodeName();
            case "status.podIP" -> address;
            case String label
            when label.startsWith("metadata.labels['") ->
                pod.getMetadata().getLabels().getOrDefault(label.substring(17, label.length() - 2), "");
            default -> throw new AssertionError(variable.getName() + ": no such field here: " + field);
        };
    }

    private static String quoted(List<String> words) {
        return String.join(" ", words.stream().map(PodSandbox::quoted).toList());
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
