package dev.tidegate.controller.audit;

import dev.tidegate.controller.audit.OwnIngress.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What surprises about how ingress-nginx finds the path, and what it makes of it.
final class PathSurprises {

    private static final Pattern REGEX = Pattern.compile("[\\^$*+?()\\[\\]{}|\\\\]");

    static final List<SurpriseCheck> ALL = List.of(
            new SurpriseCheck(
                    "regex-host",
                    "One Ingress with use-regex or rewrite-target turns all paths of its host, also those of other"
                            + " Ingresses, into regular expressions: case does not count, and Exact and Prefix take"
                            + " whatever begins so (/foo takes /Foo and /foobar).",
                    "Ask for such a path of each host; where nobody needs it, move the Ingress to a host of its own.",
                    PathSurprises::regexHosts),
            new SurpriseCheck(
                    "rewrite-without-captures",
                    "rewrite-target replaces the whole path, not the part that matched: without captures every path"
                            + " below the rule's becomes the same one.",
                    "If sub-paths are meant to reach the backend, write path /x(/|$)(.*) and rewrite-target /$2.",
                    PathSurprises::collapsing),
            new SurpriseCheck(
                    "open-ended-regex",
                    "Regular expressions are anchored at their beginning only: /id/[0-9]+ takes /id/7/secret too; and"
                            + " of several that fit the longest text wins, not the most exact.",
                    "End the pattern with $ where it has to end.",
                    PathSurprises::openEnded),
            new SurpriseCheck(
                    "slash-redirect",
                    "A rule for /foo/ answers a request for /foo with 301 to /foo/; not so on a host of regular"
                            + " expressions.",
                    "Add a rule for the path without the slash if its clients do not follow redirects.",
                    PathSurprises::slashes),
            new SurpriseCheck(
                    "implicit-root",
                    "A host without a rule for / gets one that has all annotations of its oldest Ingress: what no rule"
                            + " takes is answered with a redirect, 401 or 403 instead of 404.",
                    "Ask the host for a path that nobody has.",
                    PathSurprises::implicitRoots),
            new SurpriseCheck(
                    "one-label-wildcard",
                    "A wildcard host stands for exactly one label: *.a.example takes x.a.example, not x.y.a.example and"
                            + " not a.example.",
                    "Nothing; it is the same here, and with all that keep to Ingress v1.",
                    estate -> estate.hosts().filter(host -> host.startsWith("*."))),
            new SurpriseCheck(
                    "cookie-path-with-regex",
                    "The path of the session cookie is the rule's; where that is a regular expression, browsers never"
                            + " send the cookie back, and nothing sticks.",
                    "Set session-cookie-path.",
                    PathSurprises::cookiePaths));

    private PathSurprises() {}

    private static Stream<String> regexHosts(Estate estate) {
        return estate.hosts()
                .flatMap(host -> estate.regexBy(host).stream()
                        .flatMap(by -> estate.of(host).stream()
                                .filter(it -> !it.says("use-regex", false) && !it.has("rewrite-target"))
                                .flatMap(it -> on(host, it)
                                        .map(path -> it.name() + " " + path.text() + " (by " + by.name() + ")"))));
    }

    private static Stream<Path> on(String host, OwnIngress ingress) {
        return ingress.paths().stream().filter(it -> it.host().equals(host));
    }

    private static Stream<String> collapsing(Estate estate) {
        return estate.ingresses().stream()
                .flatMap(it -> it
                        .annotation("rewrite-target")
                        .filter(target -> !target.contains("$") && !target.contains("://"))
                        .stream()
                        .flatMap(target -> it.paths().stream()
                                .filter(path -> !path.path().equals(target))
                                .map(path -> it.name() + " " + path.text() + " becomes " + target)));
    }

    private static Stream<String> openEnded(Estate estate) {
        return estate.ingresses().stream()
                .filter(it -> it.says("use-regex", false) || it.has("rewrite-target"))
                .flatMap(it -> it.paths().stream()
                        .filter(path -> REGEX.matcher(path.path()).find())
                        .filter(path -> !path.path().endsWith("$")
                                && !path.path().endsWith(".*")
                                && !path.path().endsWith("(.*)"))
                        .map(path -> it.name() + " " + path.text()));
    }

    private static Stream<String> slashes(Estate estate) {
        return estate.ingresses().stream()
                .flatMap(it -> it.paths().stream()
                        .filter(path -> path.path().length() > 1 && path.path().endsWith("/"))
                        .filter(path -> estate.regexBy(path.host()).isEmpty())
                        .map(path -> it.name() + " " + path.text()));
    }

    private static Stream<String> implicitRoots(Estate estate) {
        return estate.hosts()
                .filter(host -> estate.of(host).stream()
                        .flatMap(it -> on(host, it))
                        .noneMatch(path -> path.path().equals("/")))
                .filter(host -> isTold(estate.of(host).getFirst()))
                .map(host -> host + " (of " + estate.of(host).getFirst().name() + ")");
    }

    private static boolean isTold(OwnIngress oldest) {
        return oldest.guards()
                || oldest.has("permanent-redirect", "temporal-redirect", "rewrite-target", "custom-http-errors");
    }

    private static Stream<String> cookiePaths(Estate estate) {
        return estate.ingresses().stream()
                .filter(it -> it.annotation("affinity").filter("cookie"::equals).isPresent())
                .filter(it -> !it.has("session-cookie-path"))
                .flatMap(it -> it.paths().stream()
                        .filter(path -> estate.regexBy(path.host()).isPresent()
                                && REGEX.matcher(path.path()).find())
                        .map(path -> it.name() + " " + path.text()));
    }
}
