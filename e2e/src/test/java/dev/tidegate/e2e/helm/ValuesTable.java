package dev.tidegate.e2e.helm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The README's tables, made of `values.yaml` and `files/refused.yaml`.
///
/// A comment that begins with `# --` is about the key below it, with all that stands under that key.
final class ValuesTable {

    private static final Pattern KEY = Pattern.compile("^( *)([A-Za-z][A-Za-z0-9]*):.*");

    private ValuesTable() {}

    /// Each key with a comment: name, default, the comment.
    static String ofValues() {
        String text = Chart.text("values.yaml");
        Map<String, Object> defaults = Chart.parse(text);
        List<String> rows = new ArrayList<>(List.of("| Key | Default | |", "|---|---|---|"));
        List<String> path = new ArrayList<>();
        List<String> comment = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String said = line.strip();
            Matcher key = KEY.matcher(line);
            if (said.startsWith("# -- ")) {
                comment.clear();
                comment.add(said.substring(5));
            } else if (said.startsWith("# ") && !comment.isEmpty()) {
                comment.add(said.substring(2));
            } else if (key.matches() && key.group(1).length() / 2 <= path.size()) { // not an item of a list
                path = new ArrayList<>(path.subList(0, key.group(1).length() / 2));
                path.add(key.group(2));
                if (!comment.isEmpty()) {
                    rows.add("| `%s` | `%s` | %s |"
                            .formatted(
                                    String.join(".", path),
                                    Chart.json(at(defaults, path)),
                                    cell(String.join(" ", comment))));
                }
                comment.clear();
            }
        }
        return String.join("\n", rows);
    }

    /// Each key of ingress-nginx's that is refused, and what to do instead.
    @SuppressWarnings("unchecked")
    static String ofRefusals() {
        List<String> rows = new ArrayList<>(List.of("| Key | Taken | Instead |", "|---|---|---|"));
        Map<String, Object> file = Chart.parse("refusals:\n" + Chart.text("files/refused.yaml"));
        for (Map<String, Object> refusal : (List<Map<String, Object>>) file.getOrDefault("refusals", List.of())) {
            String taken = refusal.get("if") instanceof String pattern
                    ? "what does not match `" + cell(pattern) + "`"
                    : ((List<Object>) refusal.getOrDefault("taken", List.of()))
                            .stream()
                                    .map(it -> "`" + it + "`")
                                    .distinct()
                                    .reduce((a, b) -> a + ", " + b)
                                    .orElse("");
            rows.add("| `%s` | %s | %s |"
                    .formatted(
                            refusal.get("key"),
                            taken,
                            cell(refusal.get("instead").toString())));
        }
        return String.join("\n", rows);
    }

    private static Object at(Map<String, Object> values, List<String> path) {
        Object here = values;
        for (String name : path) {
            here = ((Map<?, ?>) here).get(name);
        }
        return here;
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
