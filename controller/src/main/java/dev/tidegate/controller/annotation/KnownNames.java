package dev.tidegate.controller.annotation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The names that ingress-nginx knows, and what becomes of one that we do not honour. See `annotations.names`.
final class KnownNames {

    static final KnownNames ANNOTATIONS = load("annotations.names");
    static final KnownNames SETTINGS = load("settings.names");

    enum Rule {
        HONOURED,
        ACCESS,
        SNIPPET,
        PLAIN,
        RETIRED,
        OWN
    }

    /// Names that decide access and of which `false` says that nothing is asked.
    private static final Set<String> ACCESS_SWITCHES = Set.of(
            "auth-always-set-cookie",
            "auth-keepalive",
            "auth-keepalive-share-vars",
            "auth-tls-pass-certificate-to-upstream",
            "enable-modsecurity",
            "enable-owasp-core-rules");

    /// `asIs`: the value that describes what we do anyway; `*` for any, empty for none.
    record Known(String name, String group, Rule rule, String asIs) {

        /// Is what this value asks for what we do anyway, or nothing at all?
        boolean asksForNothing(String value) {
            return asIs.equals("*") || (asIs.isEmpty() ? switchesOff(value) : asIs.equals(value));
        }

        /// Of what decides access only switches can be off: `f` may well be the name of a Secret.
        private boolean switchesOff(String value) {
            return (rule != Rule.ACCESS || ACCESS_SWITCHES.contains(name))
                    && ValueType.BOOLEAN.parse(value).equals(Optional.of(false));
        }
    }

    /// A misspelt name is at most this many edits from the one that was meant.
    private static final int NEAR = 4;

    private final Map<String, Known> byName;

    private KnownNames(Map<String, Known> byName) {
        this.byName = byName;
    }

    Optional<Known> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Set<String> names() {
        return byName.keySet();
    }

    /// The known name that was probably meant.
    Optional<String> nearest(String name) {
        return byName.keySet().stream()
                .filter(known -> distance(known, name) <= NEAR)
                .min(Comparator.comparingInt((String known) -> distance(known, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /// Levenshtein's distance, one row at a time.
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    private static KnownNames load(String resource) {
        Map<String, Known> byName = new LinkedHashMap<>();
        for (String line : DataFile.lines(resource)) {
            String[] columns = line.trim().split("\\s+");
            Known known = new Known(
                    columns[0],
                    columns[1],
                    Rule.valueOf(columns[2].toUpperCase(Locale.ROOT)),
                    columns.length > 3 ? columns[3] : "");
            if (byName.put(known.name(), known) != null) {
                throw new IllegalStateException(resource + ": " + known.name() + " stands there twice");
            }
        }
        return new KnownNames(byName);
    }
}
