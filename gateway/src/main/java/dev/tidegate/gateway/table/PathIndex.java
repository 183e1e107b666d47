package dev.tidegate.gateway.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the best route for a path: an exact one, else the longest prefix by path element.
///
/// How: exact paths stand in one table, prefixes in another. A request asks the second for each part of its path that
/// ends at an element, from the left and no further than the longest prefix there is, and keeps the last route it
/// met; the hash rolls along. So nothing is allocated and the cost is that of the request's own depth, however many
/// routes there are. [PathMatch#matches] over the routes in order of precedence says the same thing slowly; a
/// property holds the two together.
final class PathIndex {

    private final TextTable<RouteMatch> exact;
    private final TextTable<RouteMatch> prefixes;
    private final int longest;
    /// What takes the paths that no longer prefix takes: the route of `/`, or that there is none.
    private final RouteMatch otherwise;

    private PathIndex(Map<String, RouteMatch> exact, Map<String, RouteMatch> prefixes, RouteMatch.NoPath noPath) {
        RouteMatch root = prefixes.remove("");
        this.otherwise = root == null ? noPath : root;
        this.exact = TextTable.of(exact);
        this.prefixes = TextTable.of(prefixes);
        this.longest = prefixes.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /// The first claim stands: rivals come in order of precedence.
    static PathIndex of(VirtualHost host, List<Route> byPrecedence) {
        Map<String, RouteMatch> exact = new HashMap<>();
        Map<String, RouteMatch> prefixes = new HashMap<>();
        for (Route route : byPrecedence) {
            RouteMatch found = new RouteMatch.Found(host, route);
            switch (route.path()) {
                case PathMatch.Exact it -> exact.putIfAbsent(it.path(), found);
                case PathMatch.Prefix it -> prefixes.putIfAbsent(it.elements(), found);
            }
        }
        return new PathIndex(exact, prefixes, new RouteMatch.NoPath(host));
    }

    RouteMatch match(String path) {
        RouteMatch found = exact.isEmpty() ? null : exact.get(path);
        return found != null ? found : byPrefix(path);
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
