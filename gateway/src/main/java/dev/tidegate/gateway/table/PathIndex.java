package dev.tidegate.gateway.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the best route for a path: an exact one, else the longest prefix by path element.
///
/// How: exact paths stand in a hash map. Prefixes stand in a tree of path elements; a request walks it from the
/// root, one element at a time, and keeps the last route it met. Elements are compared in place, so nothing is
/// allocated and the cost is that of the request's own depth, however many routes there are. [PathMatch#matches]
/// over the routes in order of precedence says the same thing slowly; a property holds the two together.
final class PathIndex {

    private final Map<String, RouteMatch> exact = new HashMap<>();
    private final Node root = new Node("");
    private final RouteMatch.NoPath noPath;

    private PathIndex(VirtualHost host, List<Route> byPrecedence) {
        noPath = new RouteMatch.NoPath(host);
        for (Route route : byPrecedence) {
            RouteMatch found = new RouteMatch.Found(host, route);
            switch (route.path()) {
                case PathMatch.Exact it -> exact.putIfAbsent(it.path(), found);
                case PathMatch.Prefix it -> root.claim(it.elements(), found);
            }
        }
        root.seal();
    }

    static PathIndex of(VirtualHost host, List<Route> byPrecedence) {
        return new PathIndex(host, byPrecedence);
    }

    RouteMatch match(String path) {
        RouteMatch found = exact.isEmpty() ? null : exact.get(path);
        if (found != null) {
            return found;
        }
        found = root.longest(path);
        return found != null ? found : noPath;
    }

    /// One path element. Children hang in an open-addressed table keyed by the element's hash.
    private static final class Node {
        private static final Node[] NO_CHILDREN = new Node[0];

        private final String element;
        private final Map<String, Node> growing = new HashMap<>();
        private Node[] children = NO_CHILDREN;
        private @Nullable RouteMatch route;

        Node(String element) {
            this.element = element;
        }

        /// The first claim stands: rivals come in order of precedence.
        void claim(String elements, RouteMatch found) {
            Node node = this;
            for (int start = 1; start <= elements.length(); ) {
                int end = elementEnd(elements, start);
                node = node.growing.computeIfAbsent(elements.substring(start, end), Node::new);
                start = end + 1;
            }
            if (node.route == null) {
                node.route = found;
            }
        }

        void seal() {
            if (!growing.isEmpty()) {
                children = new Node[Integer.highestOneBit(growing.size() * 2) << 1];
                growing.values().forEach(this::place);
                growing.clear();
            }
        }

        private void place(Node child) {
            child.seal();
            int slot = child.element.hashCode() & (children.length - 1);
            while (children[slot] != null) {
                slot = (slot + 1) & (children.length - 1);
            }
            children[slot] = child;
        }

        @Nullable
        RouteMatch longest(String path) {
            Node node = this;
            RouteMatch best = route;
            for (int start = 1; start <= path.length(); ) {
                int end = elementEnd(path, start);
                node = node.child(path, start, end);
                if (node == null) {
                    return best;
                }
                best = node.route != null ? node.route : best;
                start = end + 1;
            }
            return best;
        }

        private @Nullable Node child(String path, int start, int end) {
            if (children.length == 0) {
                return null;
            }
            int hash = 0;
            for (int i = start; i < end; i++) {
                hash = 31 * hash + path.charAt(i); // String.hashCode of the element, without making it
            }
            for (int slot = hash & (children.length - 1); ; slot = (slot + 1) & (children.length - 1)) {
                Node child = children[slot];
                if (child == null) {
                    return null;
                }
                if (child.element.length() == end - start && path.startsWith(child.element, start)) {
                    return child;
                }
            }
        }

        private static int elementEnd(String path, int start) {
            int slash = path.indexOf('/', start);
            return slash < 0 ? path.length() : slash;
        }
    }
}
