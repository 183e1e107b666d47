package dev.tidegate.controller.explain;

import dev.tidegate.gateway.table.HostPattern;
import java.util.ArrayList;
import java.util.List;

/// Which host patterns take a name, the most exact first.
final class HostsFor {

    private HostsFor() {}

    static List<HostPattern> name(String name) {
        List<HostPattern> patterns = new ArrayList<>();
        patterns.add(new HostPattern.Exact(name));
        int dot = name.indexOf('.');
        if (dot > 0) {
            patterns.add(new HostPattern.Wildcard(name.substring(dot)));
        }
        patterns.add(HostPattern.ANY);
        return patterns;
    }

    static List<HostPattern> lesserThan(HostPattern chosen, String name) {
        List<HostPattern> patterns = name(name);
        return patterns.subList(patterns.indexOf(chosen) + 1, patterns.size());
    }
}
