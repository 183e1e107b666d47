package dev.tidegate.controller.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One story of policies: what it is about, manifests, and who reaches whom, one part after the other.
///
/// Parts, each begun by a line `-- name --`: `policies` and `then`, manifests that come, or replace those of their
/// name; `without`, objects that go, one a line; `faults`, all that is wrong by now; and a port as `80/tcp`, the truth
/// table: lines `from -> to yes` or `no`, each of which overrides those before it, with `*` for any name. Whoever is
/// named by an address is asked about too.
record PolicyStory(Path file, List<Part> parts) {

    record Part(String name, String body) {}

    static PolicyStory read(Path file) throws IOException {
        List<Part> parts = new ArrayList<>();
        String name = "";
        List<String> body = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("-- ") && line.endsWith(" --")) {
                parts.add(new Part(name, String.join("\n", body).strip()));
                name = line.substring(3, line.length() - 3);
                body.clear();
            } else {
                body.add(line);
            }
        }
        parts.add(new Part(name, String.join("\n", body).strip()));
        return new PolicyStory(file, parts);
    }

    /// Short enough for the name of a test.
    @Override
    public String toString() {
        return file.getFileName().toString().replace(".story", "");
    }
}
