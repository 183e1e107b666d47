package dev.tidegate.controller.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Maps, lists, strings and numbers as YAML that reads the same in every version of YAML: two spaces a level, and
/// quotes around whatever could be taken for something else.
public final class YamlText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*");

    private static final Set<String> WORDS_OF_YAML =
            Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n");

    private YamlText() {}

    /// One document, without the line that begins it.
    public static String of(Map<String, Object> document) {
        StringBuilder out = new StringBuilder();
        map(document, "", out);
        return out.toString();
    }

    private static void map(Map<?, ?> map, String indent, StringBuilder out) {
        boolean first = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(first ? "" : indent)
                    .append(scalar(String.valueOf(entry.getKey())))
                    .append(':');
            value(entry.getValue(), indent + "  ", out);
            first = false;
        }
    }

    /// After a key: a block begins on the next line.
    private static void value(Object value, String indent, StringBuilder out) {
        switch (value) {
            case Map<?, ?> map when map.isEmpty() -> out.append(" {}\n");
            case Map<?, ?> map -> {
                out.append('\n').append(indent);
                map(map, indent, out);
            }
            case List<?> list when list.isEmpty() -> out.append(" []\n");
            case List<?> list -> {
                out.append('\n');
                list.forEach(item -> item(item, indent.substring(2), out));
            }
            default -> out.append(' ').append(scalar(value)).append('\n');
        }
    }

    /// A list stands under its key, as people write it for Kubernetes.
    private static void item(Object item, String indent, StringBuilder out) {
        out.append(indent).append("- ");
        switch (item) {
            case Map<?, ?> map when !map.isEmpty() -> map(map, indent + "  ", out);
            case Map<?, ?> _ -> out.append("{}\n");
            default -> out.append(scalar(item)).append('\n');
        }
    }

    private static String scalar(Object value) {
        if (!(value instanceof String text)) {
            return String.valueOf(value);
        }
        boolean plain = PLAIN.matcher(text).matches() && !WORDS_OF_YAML.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
