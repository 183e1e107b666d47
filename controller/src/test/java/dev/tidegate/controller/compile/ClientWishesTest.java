package dev.tidegate.controller.compile;

import static dev.tidegate.controller.fixture.Fixtures.ingress;
import static dev.tidegate.controller.fixture.Fixtures.prefix;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.fixture.Snapshots;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import org.junit.jupiter.api.Test;

class ClientWishesTest {

    private final ClientWishes wishes = new ClientWishes(CompilerOptions.DEFAULT);

    @Test
    void one_ingress_is_enough_and_the_last_one_ends_it() {
        Ingress silent = ingress("a", "a.example", prefix("/", "web"));
        Ingress explaining = annotated("b", "tidegate.dev/network-policy", "explain");
        assertThat(wishes.test(Snapshots.of(silent, explaining))).isFalse();

        Ingress ours = annotated("c", "tidegate.dev/network-policy", " client ");
        Ingress theirs = annotated("d", "nginx.ingress.kubernetes.io/network-policy", "client");
        assertThat(wishes.test(Snapshots.of(silent, ours, theirs))).isTrue();
        assertThat(wishes.test(Snapshots.of(silent, theirs))).isTrue();
        assertThat(wishes.test(Snapshots.of(silent, annotated("d", "tidegate.dev/network-policy", "enforce"))))
                .isFalse();
        assertThat(wishes.test(Snapshots.of())).isFalse();
    }

    private static Ingress annotated(String name, String key, String value) {
        return new IngressBuilder(ingress(name, name + ".example", prefix("/", "web")))
                .editMetadata()
                .addToAnnotations(key, value)
                .endMetadata()
                .build();
    }
}
