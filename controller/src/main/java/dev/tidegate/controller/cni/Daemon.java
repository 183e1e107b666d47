package dev.tidegate.controller.cni;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.snapshot.ObjectKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// A DaemonSet, reduced to what tells which program runs on the nodes. `wanted` and `ready`: on how many, where its
/// status says so.
public record Daemon(ObjectKey key, List<Program> programs, OptionalInt wanted, OptionalInt ready) {

    /// A container. `arguments`: its command and arguments. `environment`: variables with a value of their own.
    public record Program(String name, String image, List<String> arguments, Map<String, String> environment) {
        public Program {
            requireNonNull(name);
            requireNonNull(image);
            arguments = List.copyOf(arguments);
            environment = Map.copyOf(environment);
        }

        /// Shape: `--run-firewall` → `false` of `--run-firewall=false`, and of the two words; `true` if it stands
        /// alone.
        public Optional<String> flag(String flag) {
            for (int i = 0; i < arguments.size(); i++) {
                String argument = arguments.get(i);
                if (argument.startsWith(flag + "=")) {
                    return Optional.of(argument.substring(flag.length() + 1));
                } else if (argument.equals(flag)) {
                    boolean alone =
                            i + 1 == arguments.size() || arguments.get(i + 1).startsWith("-");
                    return Optional.of(alone ? "true" : arguments.get(i + 1));
                }
            }
            return Optional.empty();
        }

        /// What stands behind the image's colon; empty if it is known by its digest only.
        String tag() {
            String named = image.replaceFirst("@.*", "");
            int colon = named.lastIndexOf(':');
            return colon > named.lastIndexOf('/') ? named.substring(colon + 1) : "";
        }
    }

    public Daemon {
        requireNonNull(key);
        programs = List.copyOf(programs);
        requireNonNull(wanted);
        requireNonNull(ready);
    }

    Optional<Program> program(String name) {
        return programs.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /// Does it run on any node, as far as its status says?
    boolean runs() {
        return wanted.isEmpty() || wanted.getAsInt() > 0;
    }

    String text() {
        return "DaemonSet " + key.path();
    }
}
