package dev.tidegate.controller.process;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Canaries, from manifests to the pods that answer.
class CanaryStoryTest {

    private static final String BY_HEADER = "canary: true; canary-by-header: X-Canary";

    @TempDir
    Path folder;

    @Test
    void a_canary_comes_and_goes_under_its_primary() throws Exception {
        try (Estate estate = new Estate(folder)
                .service("web", "stable")
                .service("web-canary", "new")
                .ingress("web", 1, "/", "web", "")
                .start()) {
            assertThat(estate.get("/", "X-Canary", "always")).isEqualTo("stable");

            estate.ingress("web-canary", 2, "/", "web-canary", BY_HEADER);
            await().atMost(10, SECONDS)
                    .until(() -> estate.get("/", "X-Canary", "always").equals("new"));
            assertThat(estate.get("/")).isEqualTo("stable");
            assertThat(estate.get("/", "X-Canary", "never")).isEqualTo("stable");

            estate.ingress("web-canary", 2, "/", "web-canary", "canary: true; canary-weight: 100");
            await().atMost(10, SECONDS).until(() -> estate.get("/").equals("new"));

            estate.service("web-canary");
            await().atMost(10, SECONDS).until(() -> estate.get("/").equals("stable"));

            estate.service("web-canary", "new");
            await().atMost(10, SECONDS).until(() -> estate.get("/").equals("new"));
            estate.without("web-canary");
            await().atMost(10, SECONDS).until(() -> estate.get("/").equals("stable"));
        }
    }

    @Test
    void a_canary_that_is_older_than_its_primary_waits_for_it() throws Exception {
        try (Estate estate = new Estate(folder)
                .service("web", "stable")
                .service("web-canary", "new")
                .ingress("web-canary", 1, "/", "web-canary", "canary: true; canary-weight: 100")
                .start()) {
            HttpResponse<String> alone = estate.ask("/");
            assertThat(alone.statusCode()).isEqualTo(404);
            assertThat(alone.headers().firstValue("tidegate-reason")).contains("no-host");
            assertThat(Http.get(estate.running().adminPort(), "/api/diagnostics")
                            .body())
                    .contains("Prefix / of host localhost has no primary");

            estate.ingress("web", 2, "/", "web", "");
            await().atMost(10, SECONDS).until(() -> estate.ask("/").statusCode() == 200);
            assertThat(estate.get("/")).isEqualTo("new");
        }
    }

    /// Of 600 requests 200 are expected, and twelve standard deviations are some 140.
    @Test
    void a_third_of_the_requests_is_about_a_third() throws Exception {
        try (Estate estate = new Estate(folder)
                .service("web", "stable")
                .service("web-canary", "new")
                .ingress("web", 1, "/", "web", "")
                .ingress(
                        "web-canary",
                        2,
                        "/",
                        "web-canary",
                        "canary: true; canary-weight: 100; canary-weight-total: 300")
                .start()) {
            List<String> all = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                all.add(estate.get("/"));
            }
            assertThat(all).filteredOn("new"::equals).hasSizeBetween(60, 340);
        }
    }

    @Test
    void the_primary_without_pods_is_503_however_well_the_canary_is() throws Exception {
        try (Estate estate = new Estate(folder)
                .service("web")
                .service("web-canary", "new")
                .ingress("web", 1, "/", "web", "")
                .ingress("web-canary", 2, "/", "web-canary", BY_HEADER)
                .start()) {
            assertThat(estate.ask("/", "X-Canary", "always").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void a_session_stays_with_the_canary_that_it_began_with() throws Exception {
        try (Estate estate = new Estate(folder)
                .service("web", "stable")
                .service("web-canary", "new")
                .ingress("web", 1, "/", "web", "affinity: cookie")
                .ingress("web-canary", 2, "/", "web-canary", BY_HEADER)
                .start()) {
            HttpResponse<String> first = estate.ask("/", "X-Canary", "always");
            assertThat(first.body()).isEqualTo("new");
            String cookie =
                    first.headers().firstValue("set-cookie").orElseThrow().split(";")[0];
            assertThat(estate.get("/", "Cookie", cookie, "X-Canary", "never")).isEqualTo("new");
        }
    }

    @Test
    void explain_and_the_api_show_the_canary() throws Exception {
        try (Estate estate = new Estate(folder)
                .service("web", "stable")
                .service("web-canary", "new")
                .ingress("web", 1, "/", "web", "")
                .ingress("web-canary", 2, "/", "web-canary", BY_HEADER + "; canary-weight: 10")
                .start()) {
            String text = "canary default/web-canary:80 of Ingress default/web-canary: by the header X-Canary"
                    + " (always, never), then 10 of 100 requests";
            int admin = estate.running().adminPort();
            assertThat(Http.get(admin, "/api/hosts/localhost").body())
                    .contains(text)
                    .contains("\"default/web-canary:80\"");
            assertThat(Http.get(admin, "/api/explain?url=http://localhost/").body())
                    .contains(text)
                    .doesNotContain("is held by");
        }
    }
}
