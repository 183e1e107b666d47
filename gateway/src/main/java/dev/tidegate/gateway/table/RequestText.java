package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text that each request fills in: literal parts, and variables as nginx names them, `$host` or `${host}`.
///
/// It is read once and in one pass: what a variable stands for is never looked at for further variables.
public record RequestText(List<Part> parts) {

    public static final String EXPECTED =
            "an ASCII text of at most 16 parts with any of $request_uri, $uri, $args, $host,"
                    + " $remote_addr, $request_method, $scheme, $http_NAME, $cookie_NAME and $arg_NAME";

    /// More than anybody needs, and few enough that no request takes long to fill them in.
    private static final int MOST = 16;

    private static final Pattern PART = Pattern.compile("\\$(?:\\{(\\w+)}|(\\w+))|([ -#%-~]+)");

    public sealed interface Part {}

    public record Literal(String text) implements Part {
        public Literal {
            requireNonNull(text);
        }
    }

    /// What is asked of a request, by a name of its own where it has many of the kind.
    public record Variable(Kind kind, String name) implements Part {
        public Variable {
            requireNonNull(kind);
            requireNonNull(name);
        }
    }

    public enum Kind {
        /// Path and query.
        REQUEST_URI,
        /// The path alone.
        URI,
        /// The query, without its `?`.
        ARGS,
        /// The host's name without a port, in lower case.
        HOST,
        REMOTE_ADDR,
        REQUEST_METHOD,
        SCHEME,
        HTTP,
        COOKIE,
        ARG
    }

    public RequestText {
        parts = List.copyOf(parts);
        if (parts.isEmpty() || parts.size() > MOST) {
            throw new IllegalArgumentException("parts: " + parts.size() + " (expected: 1 to " + MOST + ")");
        }
    }

    /// Empty if there is a `$` in it that begins no variable, or one that is not known, or a character that does not
    /// print as itself everywhere.
    public static Optional<RequestText> parse(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher part = PART.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!part.find() || part.start() != end) {
                return Optional.empty();
            }
            end = part.end();
            Optional<? extends Part> read = part.group(3) != null
                    ? Optional.of(new Literal(part.group(3)))
                    : variable(part.group(1) == null ? part.group(2) : part.group(1));
            if (read.isEmpty()) {
                return Optional.empty();
            }
            parts.add(read.get());
        }
        return parts.isEmpty() || parts.size() > MOST ? Optional.empty() : Optional.of(new RequestText(parts));
    }

    private static Optional<Variable> variable(String name) {
        return switch (name) {
            case "request_uri" -> Optional.of(new Variable(Kind.REQUEST_URI, ""));
            case "uri", "document_uri" -> Optional.of(new Variable(Kind.URI, ""));
            case "args", "query_string" -> Optional.of(new Variable(Kind.ARGS, ""));
            case "host" -> Optional.of(new Variable(Kind.HOST, ""));
            case "remote_addr", "binary_remote_addr" -> Optional.of(new Variable(Kind.REMOTE_ADDR, ""));
            case "request_method" -> Optional.of(new Variable(Kind.REQUEST_METHOD, ""));
            case "scheme" -> Optional.of(new Variable(Kind.SCHEME, ""));
            default -> named(name);
        };
    }

    /// nginx writes a header's name in lower case and its hyphens as `_`.
    private static Optional<Variable> named(String name) {
        if (name.startsWith("http_") && name.length() > 5) {
            return Optional.of(new Variable(
                    Kind.HTTP, name.substring(5).toLowerCase(Locale.ROOT).replace('_', '-')));
        }
        if (name.startsWith("cookie_") && name.length() > 7) {
            return Optional.of(new Variable(Kind.COOKIE, name.substring(7)));
        }
        if (name.startsWith("arg_") && name.length() > 4) {
            return Optional.of(new Variable(Kind.ARG, name.substring(4)));
        }
        return Optional.empty();
    }

    /// As people write it.
    public String text() {
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Literal it -> out.append(it.text());
                case Variable it -> {
                    out.append("${").append(it.kind().name().toLowerCase(Locale.ROOT));
                    out.append(it.name().isEmpty() ? "" : "_" + it.name().replace('-', '_'));
                    out.append("}");
                }
            }
        }
        return out.toString();
    }
}
