package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A text with places that each request fills: `$1` to `$9`, what the groups of the route's expression captured, and
/// a few variables of ingress-nginx's, by name.
///
/// Read once; filled in one pass, so what a request brings along is never read as a place itself. Values are equal by
/// their texts. Threads: any.
///
/// Fails: `IllegalArgumentException` that names the place, if there is nothing to fill it with.
public final class Template {

    /// What a request can be asked for by name.
    public enum Variable {
        SCHEME,
        HOST,
        HTTP_HOST,
        REQUEST_URI,
        ESCAPED_REQUEST_URI,
        REMOTE_ADDR;

        /// As a template writes it, without its dollar.
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private sealed interface Part {}

    private record Literal(String text) implements Part {}

    private record Group(int number) implements Part {}

    private record Named(Variable variable) implements Part {}

    private static final Pattern PLACE = Pattern.compile("\\$(?:([1-9])|([A-Za-z_][A-Za-z0-9_]*)|)");

    private final String text;
    private final List<Part> parts;

    private Template(String text, List<Part> parts) {
        this.text = text;
        this.parts = List.copyOf(parts);
    }

    public static Template of(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher place = PLACE.matcher(text);
        int read = 0;
        while (place.find()) {
            addLiteral(text.substring(read, place.start()), parts);
            parts.add(part(place));
            read = place.end();
        }
        addLiteral(text.substring(read), parts);
        return new Template(text, parts);
    }

    private static void addLiteral(String text, List<Part> parts) {
        if (!text.isEmpty()) {
            parts.add(new Literal(text));
        }
    }

    private static Part part(Matcher place) {
        if (place.group(1) != null) {
            return new Group(Integer.parseInt(place.group(1)));
        }
        String name = place.group(2);
        for (Variable variable : Variable.values()) {
            if (variable.text().equals(name)) {
                return new Named(variable);
            }
        }
        throw new IllegalArgumentException(place.group() + " (expected: $1 to $9, " + names() + ")");
    }

    private static String names() {
        List<String> names = new ArrayList<>();
        for (Variable variable : Variable.values()) {
            names.add("$" + variable.text());
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
    }

    /// What `$escaped_request_uri` is of a target: all but unreserved characters are encoded, as in a query's value.
    public static String escaped(String uri) {
        return URLEncoder.encode(uri, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    public String text() {
        return text;
    }

    /// Is it the same for every request?
    public boolean isFixed() {
        return parts.stream().allMatch(Literal.class::isInstance);
    }

    /// Does it name a group?
    public boolean captures() {
        return lastGroup() > 0;
    }

    /// The highest number of a group that it names; 0 if it names none.
    public int lastGroup() {
        return parts.stream()
                .mapToInt(part -> part instanceof Group group ? group.number() : 0)
                .max()
                .orElse(0);
    }

    /// Shape: what was captured, and what the variables are → the text with its places filled, as they come.
    public String fill(Captures captures, Function<Variable, String> request) {
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            out.append(
                    switch (part) {
                        case Literal it -> it.text();
                        case Group it -> captures.group(it.number());
                        case Named it -> requireNonNull(request.apply(it.variable()));
                    });
        }
        return out.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Template that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
