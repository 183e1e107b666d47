package dev.tidegate.gateway.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the best route for a path: an exact one, else the longest prefix by path element.
///
/// How: exact paths stand in one table, prefixes in another. A request asks the second for each part of its path that
/// ends at an element, from the left and no further than the longest prefix there is, and keeps the last route it
/// met; the hash rolls along. So nothing is allocated and the cost is that of the request's own depth, however many
/// routes there are. [PathMatch#matches] over the routes in order of precedence says the same thing slowly; a
/// property holds the two together.
///
/// Where a host has expressions, those whose text is longer than the best prefix's are asked one after the other: see
/// [PatternList].
final class PathIndex {

    private final TextTable<RouteMatch> exact;
    private final TextTable<RouteMatch> prefixes;
    private final int longest;
    /// Null where there are none, as on most hosts.
    private final @Nullable PatternList patterns;
    /// What takes the paths that no longer prefix takes: the route of `/`, or that there is none.
    private final RouteMatch otherwise;

    private PathIndex(
            Map<String, RouteMatch> exact,
            Map<String, RouteMatch> prefixes,
            @Nullable PatternList patterns,
            RouteMatch.NoPath noPath) {
        RouteMatch root = prefixes.remove("");
        this.otherwise = root == null ? noPath : root;
        this.exact = TextTable.of(exact);
        this.patterns = patterns;
        this.prefixes = TextTable.of(prefixes);
        this.longest = prefixes.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /// The first claim stands: rivals come in order of precedence.
    static PathIndex of(VirtualHost host, List<Route> byPrecedence) {
        Map<String, RouteMatch> exact = new HashMap<>();
        Map<String, RouteMatch> prefixes = new HashMap<>();
        List<PatternList.Entry> patterns = new ArrayList<>();
        for (Route route : byPrecedence) {
            RouteMatch.Found found = new RouteMatch.Found(host, route);
            switch (route.path()) {
                case PathMatch.Exact it -> exact.putIfAbsent(it.path(), found);
                case PathMatch.Prefix it -> prefixes.putIfAbsent(it.elements(), found);
                case PathMatch.Regex it -> patterns.add(PatternList.Entry.of(it.pattern(), found));
            }
        }
        RouteMatch.NoPath noPath = new RouteMatch.NoPath(host);
        return new PathIndex(exact, prefixes, patterns.isEmpty() ? null : new PatternList(patterns, noPath), noPath);
    }

    RouteMatch match(String path) {
        RouteMatch found = exact.isEmpty() ? null : exact.get(path);
        if (found != null) {
            return found;
        }
        RouteMatch prefix = byPrefix(path);
        return patterns == null ? prefix : patterns.match(path, prefix);
    }

    private RouteMatch byPrefix(String path) {
        RouteMatch best = otherwise;
        int hash = 0;
        int start = 0;
        while (start < longest && start < path.length()) {
            int end = elementEnd(path, start);
            hash = TextHash.extend(hash, path, start, end);
            RouteMatch found = prefixes.get(path, 0, end, hash);
            best = found != null ? found : best;
            start = end;
        }
        return best;
    }

    /// Where the element ends whose slash stands at `start`.
    private static int elementEnd(String path, int start) {
        int slash = path.indexOf('/', start + 1);
        return slash < 0 ? path.length() : slash;
    }
}
