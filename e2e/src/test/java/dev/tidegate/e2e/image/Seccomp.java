package dev.tidegate.e2e.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The profile that a kubelet calls `RuntimeDefault`, as Podman and CRI-O ship it, for a process without capabilities.
final class Seccomp {

    /// Of Debian's `golang-github-containers-common`.
    private static final Path PROFILE = Path.of("/usr/share/containers/seccomp.json");

    private Seccomp() {}

    /// As the runtime spec has it, which knows no conditions: those on capabilities and machines are decided here.
    static ObjectNode runtimeDefault() {
        JsonNode profile = profile();
        ObjectNode decided = JsonNodeFactory.instance.objectNode();
        decided.set("defaultAction", profile.path("defaultAction"));
        decided.set("defaultErrnoRet", profile.path("defaultErrnoRet"));
        var rules = decided.putArray("syscalls");
        for (JsonNode rule : profile.path("syscalls")) {
            if (applies(rule)) {
                rules.add(((ObjectNode) rule).deepCopy().retain(List.of("names", "action", "args", "errnoRet")));
            }
        }
        return decided;
    }

    private static boolean applies(JsonNode rule) {
        JsonNode includes = rule.path("includes");
        return includes.path("caps").isEmpty()
                && (includes.path("arches").isEmpty() || names(includes.path("arches"), architecture()))
                && !names(rule.path("excludes").path("arches"), architecture());
    }

    private static boolean names(JsonNode list, String name) {
        return list.valueStream().anyMatch(each -> each.asText().equals(name));
    }

    private static String architecture() {
        String machine = System.getProperty("os.arch");
        return machine.equals("aarch64") ? "arm64" : machine;
    }

    private static JsonNode profile() {
        try {
            return ImageLayout.json(Files.readAllBytes(PROFILE));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
