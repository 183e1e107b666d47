package dev.tidegate.controller.status;

import static dev.tidegate.controller.fixture.Fixtures.ingress;
import static dev.tidegate.controller.fixture.Fixtures.ourClass;
import static dev.tidegate.controller.fixture.Fixtures.prefix;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.controller.compile.Compiler;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.fixture.Snapshots;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.status.StatusPlan.Outcome;
import dev.tidegate.tls.SelfSignedCertificate;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StatusPlanTest {

    private static final List<StatusAddress> OURS = List.of(StatusAddress.of("192.0.2.1"));
    private static final List<StatusAddress> OLD = List.of(StatusAddress.of("192.0.2.9"));
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Compiler compiler = new Compiler(
            CompilerOptions.DEFAULT, InstantSource.system(), SelfSignedCertificate.generate(InstantSource.system()));
    private final StatusPlan plan = new StatusPlan(Duration.ofSeconds(60), Duration.ofSeconds(5));
    private Compilation compilation = compiler.empty();

    @Test
    void an_ingress_with_a_route_gets_the_addresses() {
        live(web());
        assertThat(keys(0)).containsExactly("default/web");
    }

    @Test
    void nothing_is_written_while_no_address_is_known() {
        live(web());
        assertThat(plan.due(List.of(), 0, 10)).isEmpty();
    }

    @Test
    void one_that_has_them_is_left_alone() {
        live(holding(web(), OURS));
        assertThat(keys(0)).isEmpty();
        assertThat(plan.pending()).isZero();
    }

    @Test
    void one_of_another_class_or_without_any_route_is_left_alone() {
        live(ofClass(web(), "other"), ingress("none", "none.example"));
        assertThat(keys(0)).isEmpty();
    }

    @Test
    void those_without_an_address_come_before_those_with_an_old_one() {
        live(holding(named("a"), OLD), holding(named("b"), OLD), named("z"));
        assertThat(keys(0)).startsWith("default/z").hasSize(3);
        assertThat(plan.due(OURS, 0, 1)).hasSize(1);
        assertThat(plan.pending()).isEqualTo(3);
    }

    @Test
    void what_was_written_is_not_written_again_before_it_comes_back() {
        live(web());
        tried(Outcome.WRITTEN, 0);
        assertThat(keys(1000 * SECOND)).isEmpty();
    }

    @Test
    void what_somebody_wrote_over_is_put_right_once_in_the_period() {
        live(web());
        tried(Outcome.WRITTEN, 0);
        live(holding(web(), OLD));
        assertThat(keys(59 * SECOND)).isEmpty();
        assertThat(keys(60 * SECOND)).containsExactly("default/web");
    }

    @Test
    void what_failed_is_tried_again_soon() {
        live(web());
        tried(Outcome.FAILED, 0);
        assertThat(keys(4 * SECOND)).isEmpty();
        assertThat(plan.pending()).isEqualTo(1);
        assertThat(keys(5 * SECOND)).containsExactly("default/web");
    }

    @Test
    void what_was_moot_is_tried_again_when_it_has_changed() {
        live(web());
        tried(Outcome.MOOT, 0);
        assertThat(keys(1000 * SECOND)).isEmpty();
        live(holding(web(), OLD));
        assertThat(keys(1)).containsExactly("default/web");
    }

    @Test
    void one_that_was_made_anew_does_not_wait_for_its_predecessor() {
        live(withUid(web(), "1"));
        tried(Outcome.WRITTEN, 0);
        live(withUid(web(), "2"));
        assertThat(keys(1)).containsExactly("default/web");
    }

    @Test
    void new_addresses_do_not_wait() {
        live(web());
        tried(Outcome.WRITTEN, 0);
        assertThat(plan.due(OLD, 1, 10)).hasSize(1);
    }

    @Test
    void one_that_leaves_our_class_loses_what_we_wrote() {
        live(holding(web(), OURS));
        assertThat(keys(0)).isEmpty();
        live(ofClass(holding(web(), OURS), "other"));
        assertThat(plan.due(OURS, 1, 10)).singleElement().satisfies(write -> {
            assertThat(write).isInstanceOf(StatusWrite.Clear.class);
            assertThat(write.over(OURS)).isTrue();
            assertThat(write.over(OLD)).isFalse();
        });
        tried(Outcome.WRITTEN, 1);
        assertThat(keys(1000 * SECOND)).isEmpty();
    }

    @Test
    void one_that_comes_back_to_our_class_gets_them_again() {
        live(holding(web(), OURS));
        live(ofClass(holding(web(), OURS), "other"));
        tried(Outcome.WRITTEN, 0);
        live(web());
        assertThat(keys(1)).containsExactly("default/web");
    }

    @Test
    void one_that_never_was_ours_is_not_cleared_whatever_it_holds() {
        live(ofClass(holding(web(), OURS), "other"));
        assertThat(keys(0)).isEmpty();
    }

    @Test
    void one_that_is_ours_and_loses_its_routes_keeps_its_addresses() {
        live(holding(web(), OURS));
        live(holding(ingress("web", "web.example"), OURS));
        assertThat(keys(0)).isEmpty();
    }

    @Test
    void one_that_is_deleted_is_forgotten() {
        live(holding(web(), OURS));
        live();
        assertThat(keys(0)).isEmpty();
        assertThat(plan.withdrawal()).isEmpty();
    }

    @Test
    void the_last_replica_withdraws_what_it_wrote_and_nothing_else() {
        live(holding(web(), OURS), holding(named("foreign"), OLD));
        assertThat(keys(0)).containsExactly("default/foreign");
        assertThat(plan.withdrawal()).extracting(StatusWrite::key).containsExactly(new ObjectKey("default", "web"));
    }

    private List<String> keys(long nowNs) {
        return plan.due(OURS, nowNs, 10).stream()
                .map(write -> write.key().path())
                .toList();
    }

    private void tried(Outcome outcome, long nowNs) {
        plan.due(OURS, nowNs, 10).forEach(write -> plan.tried(write, outcome, nowNs));
    }

    private void live(Ingress... ingresses) {
        HasMetadata[] objects =
                Stream.concat(Stream.of(ourClass()), Stream.of(ingresses)).toArray(HasMetadata[]::new);
        compilation = compiler.compile(Snapshots.of(objects), compilation);
        plan.live(compilation.ingresses());
    }

    private static Ingress web() {
        return named("web");
    }

    private static Ingress named(String name) {
        return ingress(name, name + ".example", prefix("/", "web"));
    }

    private static Ingress holding(Ingress ingress, List<StatusAddress> addresses) {
        return new IngressBuilder(ingress)
                .withNewStatus()
                .withNewLoadBalancer()
                .withIngress(addresses.stream().map(StatusAddress::entry).toList())
                .endLoadBalancer()
                .endStatus()
                .build();
    }

    private static Ingress ofClass(Ingress ingress, String name) {
        return new IngressBuilder(ingress)
                .editSpec()
                .withIngressClassName(name)
                .endSpec()
                .build();
    }

    private static Ingress withUid(Ingress ingress, String uid) {
        return new IngressBuilder(ingress)
                .editMetadata()
                .withUid(uid)
                .endMetadata()
                .build();
    }
}
