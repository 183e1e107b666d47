package dev.tidegate.controller.policy;

import dev.tidegate.policy.traffic.Protocol;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Who reaches whom on one port: every pair of a world but those of a pod with itself.
record TruthTable(int port, Protocol protocol, Map<Pair, Boolean> reaches) {

    /// A pod as `x/a`, or an address.
    record Pair(String from, String to) {}

    private record Line(String from, String to, boolean reaches) {
        static Line parse(String text) {
            String[] words = text.trim().split("\\s+");
            return new Line(words[0], words[2], words[3].equals("yes"));
        }
    }

    /// `name`: `80/tcp`. `pods`: all that there are.
    static TruthTable parse(String name, String body, Collection<String> pods) {
        List<Line> lines = body.lines().map(Line::parse).toList();
        Set<String> parties = new LinkedHashSet<>(pods);
        lines.forEach(line -> parties.addAll(addresses(line)));
        Map<Pair, Boolean> reaches = new LinkedHashMap<>();
        for (String from : parties) {
            for (String to : parties) {
                if (!from.equals(to) && (pods.contains(from) || pods.contains(to))) {
                    lines.stream()
                            .filter(line -> means(line.from(), from) && means(line.to(), to))
                            .forEach(line -> reaches.put(new Pair(from, to), line.reaches()));
                }
            }
        }
        String[] parts = name.split("/");
        return new TruthTable(Integer.parseInt(parts[0]), Protocol.valueOf(parts[1].toUpperCase(Locale.ROOT)), reaches);
    }

    private static List<String> addresses(Line line) {
        List<String> addresses = new ArrayList<>(List.of(line.from(), line.to()));
        addresses.removeIf(it -> it.equals("*") || it.contains("/"));
        return addresses;
    }

    /// A `*` alone means pods; addresses are meant by themselves only.
    private static boolean means(String pattern, String name) {
        return pattern.equals(name)
                || (name.contains("/")
                        && (pattern.equals("*")
                                || (pattern.endsWith("/*")
                                        && name.startsWith(pattern.substring(0, pattern.length() - 1)))));
    }
}
