package dev.tidegate.gateway.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The expressions of a host in order of precedence: the first that takes a path has it.
///
/// How: each is asked first whether the path begins as it must, which costs nanoseconds and settles most of them. What
/// the others may cost together is bounded, so that no tenant holds up an event loop with many large expressions and a
/// long path: beyond it no path of the host takes the request.
///
/// Threads: any; immutable.
final class PatternList {

    /// Of a machine of RE2/J, each of which takes up to some tens of nanoseconds: a thousand expressions of fifty
    /// instructions over a path of a hundred characters.
    static final long MOST_STEPS = 5_000_000;

    /// `captures`: does a policy of the route ask for them?
    record Entry(PathPattern pattern, RouteMatch.Found found, boolean captures) {

        static Entry of(PathPattern pattern, RouteMatch.Found found) {
            return new Entry(pattern, found, found.route().policies().captures());
        }

        @Nullable
        RouteMatch match(String path) {
            if (!captures) {
                return pattern.matches(path) ? found : null;
            }
            Captures captured = pattern.captures(path);
            return captured == null ? null : new RouteMatch.Found(found.host(), found.route(), captured);
        }
    }

    private final Entry[] entries;
    private final RouteMatch.NoPath noPath;

    PatternList(List<Entry> byPrecedence, RouteMatch.NoPath noPath) {
        this.entries = byPrecedence.toArray(Entry[]::new);
        this.noPath = noPath;
    }

    /// Shape: a path, and what takes it if no expression of a longer text does → what takes it.
    RouteMatch match(String path, RouteMatch otherwise) {
        int shortest = otherwise instanceof RouteMatch.Found prefix
                ? prefix.route().path().path().length()
                : 0;
        long steps = 0;
        for (Entry entry : entries) {
            PathPattern pattern = entry.pattern();
            if (pattern.text().length() <= shortest) {
                return otherwise;
            }
            if (pattern.isPossible(path)) {
                steps += pattern.steps(path);
                if (steps > MOST_STEPS) {
                    return noPath;
                }
                RouteMatch found = entry.match(path);
                if (found != null) {
                    return found;
                }
            }
        }
        return otherwise;
    }
}
