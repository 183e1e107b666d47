package dev.tidegate.e2e;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What Tidegate says about itself on `/metrics`.
///
/// Source: Prometheus text format.
public final class Metric {

    private Metric() {}

    /// `name`: with its labels, as it stands there; or without any, then the first of that name counts.
    public static double of(TidegateProcess tidegate, String name) {
        String labels = name.endsWith("}") ? "" : "(?:\\{[^}]*})?";
        Matcher line = Pattern.compile("(?m)^" + Pattern.quote(name) + labels + " (\\S+)$")
                .matcher(tidegate.admin("/metrics").body());
        if (!line.find()) {
            throw new AssertionError("no metric " + name);
        }
        return Double.parseDouble(line.group(1));
    }
}
