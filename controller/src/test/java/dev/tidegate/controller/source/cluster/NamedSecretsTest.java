package dev.tidegate.controller.source.cluster;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidegate.controller.fixture.TestApiServer;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NamedSecretsTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final ObjectKey CERT = new ObjectKey("a", "cert");

    private TestApiServer server = TestApiServer.start();
    private final AtomicReference<String> token = new AtomicReference<>("old");
    private final KubernetesClient client = server.client(
            new ConfigBuilder(Config.empty()).withOauthTokenProvider(token::get).build());
    private final AtomicInteger changes = new AtomicInteger();
    private ApiServer api = new ApiServer(client, InstantSource.system());
    private NamedSecrets secrets = new NamedSecrets(api, changes::incrementAndGet);

    @BeforeEach
    void begin() {
        secrets.begin();
    }

    @AfterEach
    void stop() {
        secrets.close();
        api.close();
        client.close();
        server.close();
    }

    @Test
    void one_that_comes_changes_and_goes_is_followed() {
        want(CERT);
        assertThat(secrets.known().objects()).isEmpty();
        server.put(secret("cert", "one"));
        awaitKey("one");
        server.put(secret("cert", "two"));
        awaitKey("two");
        server.delete(secret("cert", "two"));
        await().atMost(SOON).until(() -> secrets.known().objects().isEmpty());
    }

    @Test
    void one_that_somebody_waits_for_is_asked_for_before_the_others() {
        Set<ObjectKey> many = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            many.add(new ObjectKey("a", "cert-" + i));
        }
        server.put(secret("cert", "one"));
        many.add(CERT);
        server.hold("/secrets/");
        want(many);
        await().atMost(SOON).until(() -> !server.requests().isEmpty());
        secrets.hurry(CERT);
        server.answerAll();
        awaitKey("one");
        int before = server.requests().indexOf("/api/v1/namespaces/a/secrets/cert?resourceVersion=0");
        assertThat(before).isBetween(0, 100);
    }

    @Test
    void of_a_secret_only_what_is_used_is_kept() {
        server.put(new SecretBuilder(secret("cert", "one"))
                .editMetadata()
                .addToLabels("team", "a")
                .addToAnnotations("note", "long")
                .endMetadata()
                .addToData("keystore.p12", "AAAA")
                .build());
        want(CERT);
        Secret kept = requireNonNull(secrets.known().objects().get(CERT));
        assertThat(kept.getData()).containsOnlyKeys("tls.key");
        assertThat(kept.getMetadata().getLabels()).isEmpty();
        assertThat(kept.getMetadata().getAnnotations()).isEmpty();
    }

    @Test
    void what_did_not_change_stays_the_same_instance_when_its_watch_begins() {
        server.put(secret("cert", "one"));
        want(CERT);
        Secret before = secrets.known().objects().get(CERT);
        standing(1);
        server.put(secret("other", "x"));
        assertThat(secrets.known().objects().get(CERT)).isSameAs(before);
    }

    @Test
    void a_name_that_no_secret_can_have_is_never_asked_for() {
        want(new ObjectKey("a", "../../nodes"), new ObjectKey("a", "Cert"), new ObjectKey("a", ""));
        assertThat(server.requests()).isEmpty();
        assertThat(secrets.known().objects()).isEmpty();
    }

    @Test
    void many_share_a_few_connections_and_none_is_left_when_nobody_wants_them_any_more() {
        Set<ObjectKey> many = new HashSet<>();
        for (int i = 0; i < 150; i++) {
            server.put(secret("cert-" + i, "one"));
            many.add(new ObjectKey("a", "cert-" + i));
        }
        want(many);
        await().atMost(SOON).until(this::answered);
        assertThat(secrets.known().objects()).hasSize(150);
        standing(150);
        assertThat(server.watches("/secrets")).isEqualTo(150);
        want(Set.of());
        await().atMost(SOON).until(() -> {
            server.sendBookmarks(); // a closed connection shows when it is written to
            return server.watches("/secrets") == 0;
        });
        assertThat(secrets.known().objects()).isEmpty();
    }

    @Test
    void a_watch_that_the_server_closes_goes_on_from_where_it_was() {
        server.put(secret("cert", "one"));
        want(CERT);
        standing(1);
        server.closeWatches();
        server.put(secret("cert", "two"));
        awaitKey("two");
        assertThat(secrets.state().restarts()).isEqualTo(1);
        assertThat(server.requests().getLast()).contains("&resourceVersion=");
    }

    @Test
    void where_history_is_forgotten_it_begins_anew_and_keeps_what_it_knows_meanwhile() {
        server.put(secret("cert", "one"));
        want(CERT);
        standing(1);
        Secret before = requireNonNull(secrets.known().objects().get(CERT));
        int seen = changes.get();
        server.forgetHistory();
        await().atMost(SOON).until(() -> secrets.state().restarts() == 1);
        standing(1);
        server.put(secret("cert", "two"));
        awaitKey("two");
        assertThat(before.getData()).containsEntry("tls.key", "one");
        assertThat(changes.get()).as("not once without it").isEqualTo(seen + 1);
    }

    @Test
    void a_deletion_that_nobody_told_is_seen_when_the_watch_begins_anew() {
        server.put(secret("cert", "one"));
        want(CERT);
        standing(1);
        server.deleteUntold(secret("cert", "one"));
        server.forgetHistory();
        await().atMost(SOON).until(() -> secrets.known().objects().isEmpty());
    }

    @Test
    void and_with_a_server_that_does_not_say_when_it_has_told_all_there_is() {
        server.knowNoInitialBookmarks();
        server.put(secret("cert", "one"));
        want(CERT);
        standing(1);
        server.deleteUntold(secret("cert", "one"));
        server.forgetHistory();
        await().atMost(SOON).until(() -> {
            server.sendBookmarks();
            return secrets.known().objects().isEmpty();
        });
    }

    @Test
    void a_server_that_throttles_is_left_alone_as_long_as_it_asks() {
        server.put(secret("cert", "one"));
        server.throttle(2);
        want(Set.of(CERT));
        await().atMost(SOON).until(this::answered);
        awaitKey("one");
        assertThat(server.requests()).hasSizeLessThan(10);
    }

    @Test
    void while_the_server_is_away_the_last_value_stays_and_then_it_is_followed_again() {
        server.put(secret("cert", "one"));
        want(CERT);
        standing(1);
        server.close();
        await().atMost(SOON).until(() -> !secrets.state().failing().isEmpty());
        awaitKey("one");
        server = TestApiServer.inPlaceOf(server);
        server.put(secret("cert", "two"));
        awaitKey("two");
        await().atMost(SOON).until(() -> secrets.state().failing().isEmpty());
    }

    @Test
    void a_token_that_is_not_taken_any_more_is_read_anew() {
        server.acceptOnly("new");
        server.put(secret("cert", "one"));
        want(Set.of(CERT));
        await().atMost(SOON).until(() -> secrets.state().failing().contains("Secrets: status 401"));
        assertThat(answered()).isFalse();
        token.set("new");
        await().atMost(SOON).until(this::answered);
        awaitKey("one");
    }

    @Test
    void one_that_may_not_be_read_is_a_finding_until_it_may() {
        server.put(secret("cert", "one"));
        server.refuse("/secrets");
        want(CERT);
        assertThat(secrets.known().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("error Secret a/cert"));
        server.allowAll();
        awaitKey("one");
        assertThat(secrets.known().findings()).isEmpty();
    }

    @Test
    void one_that_may_be_read_and_not_watched_is_read_again_and_again() {
        server.refuse("watch=1");
        server.put(secret("cert", "one"));
        want(CERT);
        awaitUnwatched(1);
        server.put(secret("cert", "two"));
        awaitKey("two");
        assertThat(secrets.known().findings()).isEmpty();
        server.delete(secret("cert", "two"));
        await().atMost(SOON).until(() -> secrets.known().objects().isEmpty());
        assertThat(server.requests())
                .filteredOn(asked -> asked.contains("watch=1"))
                .hasSize(1);
    }

    @Test
    void after_one_refusal_few_watches_are_tried_in_that_namespace() {
        server.refuse("namespaces/a/secrets?watch=1");
        Set<ObjectKey> many = new HashSet<>();
        for (int i = 0; i < 150; i++) {
            server.put(secret("cert-" + i, "one"));
            many.add(new ObjectKey("a", "cert-" + i));
        }
        many.add(new ObjectKey("b", "cert"));
        want(many);
        await().atMost(SOON).until(this::answered);
        awaitUnwatched(150);
        assertThat(secrets.state().standing()).isEqualTo(1);
        assertThat(server.requests())
                .filteredOn(asked -> asked.contains("namespaces/a/secrets?watch=1"))
                .hasSizeBetween(1, 16);
    }

    @Test
    void one_that_may_not_even_be_read_any_more_is_a_finding_and_keeps_its_last_value() {
        server.refuse("watch=1");
        server.put(secret("cert", "one"));
        want(CERT);
        awaitUnwatched(1);
        server.refuse("/secrets");
        await().atMost(SOON).until(() -> !secrets.known().findings().isEmpty());
        awaitKey("one");
    }

    @Test
    void a_watch_that_falls_silent_is_given_up() {
        restart(Duration.ofMillis(500));
        server.put(secret("cert", "one"));
        want(CERT);
        standing(1);
        server.fallSilent();
        server.put(secret("cert", "two"));
        awaitKey("two");
    }

    @Test
    void a_server_whose_versions_begin_anew_is_followed_again() {
        restart(Duration.ofMillis(500));
        server.put(secret("cert", "one"));
        want(CERT);
        standing(1);
        server.beginVersionsAnew();
        await().atMost(SOON).until(() -> secrets.state().standing() == 1);
        server.put(secret("cert", "two"));
        awaitKey("two");
    }

    @Test
    void a_hundred_lost_connections_leave_no_thread_behind() {
        server.put(secret("cert", "one"));
        want(CERT);
        standing(1);
        int before = Thread.activeCount();
        for (int i = 1; i <= 100; i++) {
            int lost = i;
            server.forgetHistory();
            await().atMost(SOON).until(() -> secrets.state().restarts() >= lost);
            standing(1);
        }
        await().atMost(SOON).until(() -> {
            System.gc(); // what nobody holds any more ends when that is found out
            return Thread.activeCount() <= before + 5;
        });
    }

    /// `silence`: after which a watch is given up.
    private void restart(Duration silence) {
        secrets.close();
        api.close();
        api = new ApiServer(client, InstantSource.system(), silence);
        secrets = new NamedSecrets(api, changes::incrementAndGet);
        secrets.begin();
    }

    private void want(ObjectKey... keys) {
        want(Set.of(keys));
        await().atMost(SOON).until(this::answered);
    }

    private void want(Set<ObjectKey> keys) {
        PersistentMap<ObjectKey, Integer> wanted = PersistentMap.empty();
        for (ObjectKey key : keys) {
            wanted = wanted.with(key, 1);
        }
        secrets.want(wanted);
    }

    private boolean answered() {
        return secrets.known().awaited().isEmpty();
    }

    private void standing(int count) {
        await().atMost(SOON).until(() -> secrets.state().standing() == count && server.watches("/secrets") == count);
    }

    private void awaitUnwatched(int count) {
        await().atMost(SOON).until(() -> secrets.state().unwatched() == count);
    }

    private void awaitKey(String value) {
        await().atMost(SOON).until(() -> {
            Secret known = secrets.known().objects().get(CERT);
            return known != null && value.equals(known.getData().get("tls.key"));
        });
    }

    private static Secret secret(String name, String key) {
        return new SecretBuilder()
                .withNewMetadata()
                .withNamespace("a")
                .withName(name)
                .endMetadata()
                .addToData("tls.key", key)
                .build();
    }
}
