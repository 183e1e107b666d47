package dev.tidegate.gateway;

import static dev.tidegate.gateway.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.gateway.table.ForwardedPrefix;
import dev.tidegate.gateway.table.Rewrite;
import dev.tidegate.gateway.table.RewriteRedirect;
import dev.tidegate.gateway.table.RoutePolicy;
import dev.tidegate.gateway.table.Template;
import org.junit.jupiter.api.Test;

/// Hosts of regular expressions, and what becomes of a path on the way to the backend.
class RewriteTest {

    private static String get(TestGateway gateway, String target, String... fields) {
        String extra = fields.length == 0 ? "" : String.join("\r\n", fields) + "\r\n";
        return RawClient.ask(
                gateway.port(),
                "GET " + target + " HTTP/1.1\r\nHost: shop.example\r\n" + extra + "Connection: close\r\n\r\n");
    }

    private static String answered(String regex, String target, RoutePolicy... policies) {
        try (TestOrigin origin = TestOrigin.echo();
                TestGateway gateway = TestGateway.serving(
                        table().with(policies).regex(regex, origin.endpoint()).build())) {
            return get(gateway, target, "X-Forwarded-Prefix: /of-the-client");
        }
    }

    private static Rewrite to(String target) {
        return new Rewrite(Template.of(target));
    }

    @Test
    void the_canonical_rewrite_takes_the_first_element_away() {
        String regex = "/something(/|$)(.*)";
        assertThat(answered(regex, "/something", to("/$2"))).contains("GET / HTTP_1_1\n");
        assertThat(answered(regex, "/something/", to("/$2"))).contains("GET / HTTP_1_1\n");
        assertThat(answered(regex, "/SOMETHING/New?x=1&y", to("/$2"))).contains("GET /New?x=1&y HTTP_1_1\n");
        assertThat(answered(regex, "/somethingelse", to("/$2"))).startsWith("HTTP/1.1 404 ");
    }

    @Test
    void the_whole_path_is_replaced_and_encodings_stay() {
        assertThat(answered("/original", "/original/a/b?c", to("/target"))).contains("GET /target?c HTTP_1_1\n");
        assertThat(answered("/a/(.*)", "/a/x%2Fy%20z", to("/b/$1"))).contains("GET /b/x%2Fy%20z HTTP_1_1\n");
        assertThat(answered("/a/(.*)", "/a/./x/../y", to("/$1"))).contains("GET /y HTTP_1_1\n");
    }

    @Test
    void variables_are_filled() {
        assertThat(answered("/(.*)", "/x?y=1", to("/$host/$scheme/$remote_addr/$1")))
                .contains("GET /shop.example/http/127.0.0.1/x?y=1 HTTP_1_1\n");
    }

    @Test
    void what_would_climb_above_the_root_is_no_request() {
        assertThat(answered("/([.])x([.])/", "/.x./a", to("/$1$2/secret"))).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void a_prefix_is_told_instead_of_the_clients() {
        String regex = "/(api)/(.*)";
        assertThat(answered(regex, "/api/x", to("/$2"), new ForwardedPrefix(Template.of("/$1"))))
                .contains("GET /x HTTP_1_1\n")
                .contains("x-forwarded-prefix: /api\n")
                .doesNotContain("of-the-client");
        assertThat(answered(regex, "/api/x", to("/$2"))).contains("x-forwarded-prefix: /of-the-client\n");
    }

    @Test
    void a_target_that_is_a_url_is_a_redirect() {
        assertThat(answered(
                        "/old/(.*)",
                        "/old/a?b=1",
                        new RewriteRedirect(Template.of("https://new.example/$1")),
                        new RoutePolicy.HttpsRedirect(308, false, false)))
                .startsWith("HTTP/1.1 302 Found\r\n")
                .contains("\r\nlocation: https://new.example/a?b=1\r\n")
                .contains("\r\nTidegate-Reason: rewrite-redirect\r\n");
    }

    @Test
    void the_longest_text_wins_and_not_the_most_specific() {
        try (TestOrigin regex = TestOrigin.named("regex");
                TestOrigin literal = TestOrigin.named("literal");
                TestOrigin root = TestOrigin.named("root");
                TestGateway gateway = TestGateway.serving(table().regex("/foo/bar/bar", literal.endpoint())
                        .regex("/foo/bar/[a-z]{3}", regex.endpoint())
                        .regex("/", root.endpoint())
                        .build())) {
            assertThat(get(gateway, "/foo/bar/bar")).endsWith("regex");
            assertThat(get(gateway, "/FOO/bar/barx")).endsWith("regex");
            assertThat(get(gateway, "/foo/bar/b")).endsWith("root");
        }
    }
}
