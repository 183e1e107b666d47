package dev.tidegate.controller.process;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Session affinity, from manifests to the pods that answer.
class AffinityStoryTest {

    @TempDir
    Path folder;

    private static String cookie(HttpResponse<String> answer) {
        String set = answer.headers().firstValue("set-cookie").orElseThrow();
        return set.substring(0, set.indexOf(';'));
    }

    @Test
    void a_client_stays_and_another_ingress_of_the_same_service_knows_no_sessions() throws Exception {
        try (Estate estate = new Estate(folder)
                .service("web", "a", "b", "c", "d")
                .ingress(
                        "sticky",
                        1,
                        "/foo/bar",
                        "web",
                        "affinity: cookie; session-cookie-name: SERVERID; session-cookie-max-age: 3600;"
                                + " session-cookie-samesite: Lax")
                .ingress("plain", 2, "/foo", "web", "")
                .start()) {
            HttpResponse<String> first = estate.ask("/foo/bar");
            assertThat(first.headers().firstValue("set-cookie").orElseThrow())
                    .matches("SERVERID=[0-9a-f]{16}\\|[0-9a-f]{16}; Max-Age=3600; Path=/foo/bar; HttpOnly;"
                            + " SameSite=Lax");
            Set<String> inTurn = new HashSet<>();
            for (int i = 0; i < 20; i++) {
                HttpResponse<String> again = estate.ask("/foo/bar", "Cookie", cookie(first));
                assertThat(again.body()).isEqualTo(first.body());
                assertThat(again.headers().firstValue("set-cookie")).isEmpty();
                HttpResponse<String> other = estate.ask("/foo", "Cookie", cookie(first));
                assertThat(other.headers().firstValue("set-cookie")).isEmpty();
                inTurn.add(other.body());
            }
            assertThat(inTurn).hasSize(4);
        }
    }

    @Test
    void a_persistent_session_stays_when_pods_come_and_gets_a_new_cookie_when_its_own_goes() throws Exception {
        try (Estate estate = new Estate(folder)
                .service("web", "a")
                .ingress("web", 1, "/", "web", "affinity: cookie; affinity-mode: persistent")
                .start()) {
            String cookie = cookie(estate.ask("/"));
            estate.service("web", "a", "b", "c");
            await().atMost(10, SECONDS).until(() -> !estate.get("/").equals("a"));
            for (int i = 0; i < 20; i++) {
                assertThat(estate.get("/", "Cookie", cookie)).isEqualTo("a");
            }
            estate.service("web", "b", "c");
            await().atMost(10, SECONDS)
                    .until(() -> !estate.get("/", "Cookie", cookie).equals("a"));
            HttpResponse<String> moved = estate.ask("/", "Cookie", cookie);
            assertThat(cookie(moved)).isNotEqualTo(cookie);
            assertThat(estate.get("/", "Cookie", cookie(moved))).isEqualTo(moved.body());
        }
    }

    @Test
    void where_no_pod_is_ready_the_answer_is_503() throws Exception {
        try (Estate estate = new Estate(folder)
                .service("web")
                .ingress("web", 1, "/", "web", "affinity: cookie")
                .start()) {
            HttpResponse<String> answer = estate.ask("/");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
        }
    }
}
