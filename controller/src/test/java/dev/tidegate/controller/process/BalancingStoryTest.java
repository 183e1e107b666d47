package dev.tidegate.controller.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The annotations that say how requests are spread, from manifests to the pods that answer.
class BalancingStoryTest {

    @TempDir
    Path folder;

    @Test
    void upstream_hash_by_keeps_a_key_at_its_pod_beside_an_ingress_of_the_same_service_that_does_not()
            throws Exception {
        try (Estate estate = new Estate(folder)
                .service("web", "a", "b", "c", "d")
                .ingress("hashed", 1, "/hashed", "web", "upstream-hash-by: $http_x_user")
                .ingress("plain", 2, "/plain", "web", "")
                .start()) {
            Map<String, Set<String>> pods = new HashMap<>();
            Set<String> inTurn = new HashSet<>();
            for (int i = 0; i < 60; i++) {
                String user = "user" + i % 20;
                pods.computeIfAbsent(user, _ -> new HashSet<>()).add(estate.get("/hashed", "X-User", user));
                inTurn.add(estate.get("/plain", "X-User", "user0"));
            }
            assertThat(pods.values()).allMatch(each -> each.size() == 1);
            assertThat(pods.values().stream().flatMap(Set::stream).distinct()).hasSizeGreaterThan(2);
            assertThat(inTurn).hasSize(4);
        }
    }

    @Test
    void a_subset_of_three_is_three_pods() throws Exception {
        try (Estate estate = new Estate(folder)
                .service("web", "a", "b", "c", "d", "e", "f")
                .ingress("web", 1, "/", "web", "upstream-hash-by: $host; upstream-hash-by-subset: true")
                .start()) {
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < 100; i++) {
                seen.add(estate.get("/" + i));
            }
            assertThat(seen).hasSize(3);
        }
    }

    @Test
    void ewma_serves_from_all_pods_and_explain_and_api_name_it() throws Exception {
        try (Estate estate = new Estate(folder)
                .service("web", "a", "b")
                .ingress("web", 1, "/", "web", "load-balance: ewma")
                .start()) {
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < 60; i++) {
                seen.add(estate.get("/"));
            }
            assertThat(List.of("a", "b")).containsAll(seen);
            String api = Http.get(estate.running().adminPort(), "/api/hosts/localhost")
                    .body();
            assertThat(api).contains("of two endpoints the one that has answered sooner of late");
        }
    }
}
