package dev.tidegate.e2e.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidegate.e2e.cluster.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The image unpacked, and what a kubelet would tell a runtime of a pod that Pod Security calls "restricted"
/// (runtime-spec 1.0, config.md).
///
/// The network is the machine's, as the demo's backends are on its loopback.
record Bundle(Path folder) {

    /// What a test may wish otherwise. `environment` is as `NAME=value`; mounts are read-only.
    record Wishes(
            List<String> arguments, List<String> environment, int limitMiB, boolean temporary, List<Path> mounts) {

        static Wishes of(String... arguments) {
            return new Wishes(List.of(arguments), List.of(), 512, true, List.of());
        }

        Wishes withEnvironment(String variable) {
            return new Wishes(arguments, List.of(variable), limitMiB, temporary, mounts);
        }

        Wishes withLimitMiB(int limit) {
            return new Wishes(arguments, environment, limit, temporary, mounts);
        }

        Wishes withNothingToWriteTo() {
            return new Wishes(arguments, environment, limitMiB, false, mounts);
        }

        Wishes withMount(Path path) {
            return new Wishes(arguments, environment, limitMiB, temporary, List.of(path));
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    static Bundle unpacked(ImageLayout image, Path folder) {
        Path root = folder.resolve("rootfs");
        Command.run("mkdir", "-p", root.toString());
        for (Path layer : image.layers()) {
            Command.run("tar", "-xzpf", layer.toString(), "--numeric-owner", "-C", root.toString());
        }
        return new Bundle(folder);
    }

    Path root() {
        return folder.resolve("rootfs");
    }

    /// Runs with the image's own user, entrypoint and environment.
    void write(JsonNode imageConfig, Wishes wishes) {
        JsonNode image = imageConfig.path("config");
        ObjectNode config = JSON.createObjectNode().put("ociVersion", "1.0.2");
        config.putObject("root").put("path", "rootfs").put("readonly", true);
        config.set("process", process(image, wishes));
        config.set("mounts", mounts(wishes));
        ObjectNode linux = config.putObject("linux");
        for (String kind : List.of("pid", "ipc", "uts", "mount")) {
            linux.withArray("namespaces").addObject().put("type", kind);
        }
        linux.putObject("resources").putObject("memory").put("limit", (long) wishes.limitMiB() << 20);
        linux.set("seccomp", Seccomp.runtimeDefault());
        try {
            Files.writeString(folder.resolve("config.json"), config.toPrettyString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static ObjectNode process(JsonNode image, Wishes wishes) {
        String[] user = image.path("User").asText().split(":", 2);
        ObjectNode process = JSON.createObjectNode().put("cwd", "/").put("noNewPrivileges", true);
        process.putObject("user").put("uid", Integer.parseInt(user[0])).put("gid", Integer.parseInt(user[1]));
        List<String> command = new ArrayList<>();
        image.path("Entrypoint").forEach(word -> command.add(word.asText()));
        command.addAll(wishes.arguments());
        process.set("args", JSON.valueToTree(command));
        List<String> environment = new ArrayList<>();
        image.path("Env").forEach(variable -> environment.add(variable.asText()));
        environment.addAll(wishes.environment());
        process.set("env", JSON.valueToTree(environment));
        ObjectNode none = process.putObject("capabilities");
        for (String set : List.of("bounding", "effective", "inheritable", "permitted", "ambient")) {
            none.putArray(set);
        }
        return process;
    }

    private static ArrayNode mounts(Wishes wishes) {
        ArrayNode mounts = JSON.createArrayNode();
        mount(mounts, "proc", "proc", "/proc", "nosuid", "noexec", "nodev");
        mount(mounts, "tmpfs", "tmpfs", "/dev", "nosuid", "strictatime", "mode=755", "size=65536k");
        mount(mounts, "sysfs", "sysfs", "/sys", "nosuid", "noexec", "nodev", "ro");
        mount(mounts, "cgroup", "cgroup", "/sys/fs/cgroup", "nosuid", "noexec", "nodev", "relatime", "ro");
        if (wishes.temporary()) {
            mount(mounts, "tmpfs", "tmpfs", "/tmp", "nosuid", "nodev", "noexec", "size=64m");
        }
        for (Path path : wishes.mounts()) {
            mount(mounts, "bind", path.toString(), path.toString(), "rbind", "ro");
        }
        mount(mounts, "bind", "/etc/resolv.conf", "/etc/resolv.conf", "rbind", "ro");
        return mounts;
    }

    private static void mount(ArrayNode mounts, String type, String from, String to, String... options) {
        ObjectNode mount =
                mounts.addObject().put("type", type).put("source", from).put("destination", to);
        mount.set("options", JSON.valueToTree(options));
    }
}
