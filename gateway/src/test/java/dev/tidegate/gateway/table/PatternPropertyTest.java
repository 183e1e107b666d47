package dev.tidegate.gateway.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// A host of expressions answers as the rule says that ingress-nginx's documentation states: texts by length and then
/// backwards by text, and the first that takes the path has it. What takes a path is asked of another engine.
class PatternPropertyTest {

    @Property
    void the_first_by_length_and_text_that_takes_the_path_has_it(
            @ForAll("texts") List<String> texts, @ForAll("paths") String path) {
        VirtualHost host = host(new LinkedHashSet<>(texts), Policies.NONE);

        assertThat(answer(host.match(path))).isEqualTo(plainly(texts, path));
    }

    @Property
    void groups_capture_what_they_capture_elsewhere(@ForAll("text") String text, @ForAll("paths") String path) {
        Policies rewriting = Policies.of(new Rewrite(Template.of("/$1")));
        Matcher expected = matcher(text, path);

        RouteMatch found = host(List.of(text), rewriting).match(path);

        assertThat(found instanceof RouteMatch.Found).isEqualTo(expected.lookingAt());
        if (found instanceof RouteMatch.Found it) {
            for (int group = 1; group <= 9; group++) {
                String captured = group <= expected.groupCount() ? expected.group(group) : null;
                assertThat(it.captures().group(group)).isEqualTo(captured == null ? "" : captured);
            }
        }
    }

    private static String answer(RouteMatch match) {
        return match instanceof RouteMatch.Found found ? found.route().path().path() : "";
    }

    private static String plainly(List<String> texts, String path) {
        return texts.stream()
                .sorted(Comparator.comparingInt(String::length)
                        .reversed()
                        .thenComparing(Comparator.<String>naturalOrder().reversed()))
                .filter(text -> matcher(text, path).lookingAt())
                .findFirst()
                .orElse("");
    }

    private static Matcher matcher(String text, String path) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE).matcher(path);
    }

    private static VirtualHost host(Collection<String> texts, Policies policies) {
        List<Route> routes = new ArrayList<>();
        for (String text : texts) {
            routes.add(new Route(
                    new RouteId("default/web " + text),
                    PathMatch.Regex.of(text),
                    new RouteAction.Forward(new BackendId("default/web:80")),
                    policies,
                    ResourceRef.of("Ingress", "default", "web")));
        }
        return VirtualHost.of(HostPattern.ANY, routes, Optional.empty());
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return text().list().ofMaxSize(20);
    }

    @Provide
    Arbitrary<String> text() {
        return Arbitraries.of(
                        "/a", "/B", "/", "a", "b", "-1", "(/|$)", "(.*)", "[ab]+", "[^/]*", "b?", "a{2}", "a*", ".",
                        "\\.", "\\w", "(a|b)", "(?:b)", "|/b", "$", "%2F")
                .list()
                .ofMaxSize(5)
                .map(parts -> "/" + String.join("", parts))
                .filter(PatternPropertyTest::isExpression);
    }

    private static boolean isExpression(String text) {
        try {
            PathPattern.of(text);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.of("/", "a", "b", "A", "B", "-1", ".", "%2F", "/a", "/b", "/ab")
                .list()
                .ofMaxSize(6)
                .map(parts -> "/" + String.join("", parts));
    }
}
