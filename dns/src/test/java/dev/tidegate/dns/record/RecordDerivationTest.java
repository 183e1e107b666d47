package dev.tidegate.dns.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RecordDerivationTest {

    private static final Zones ZONES = Zones.of("ex", "b.ex");
    private static final Duration TTL = Duration.ofMinutes(5);
    private static final List<String> NAMES = List.of("a.ex", "*.ex", "b.ex", "c.b.ex", "a.other", "A.ex.", "no name");
    private static final List<List<String>> ADDRESSES =
            List.of(List.of("192.0.2.1"), List.of("192.0.2.1", "2001:db8::1"), List.of("lb.test"), List.of());

    private static <T> T any(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    private static Claim claim(Random random) {
        Wishes wishes = random.nextInt(4) == 0 ? Wishes.NONE.withTargets(List.of("192.0.2.9")) : Wishes.NONE;
        return new Claim(
                "ingress/n/" + random.nextInt(4),
                Instant.ofEpochSecond(random.nextInt(3)),
                List.of(any(NAMES, random), any(NAMES, random)),
                wishes);
    }

    @Property(tries = 200)
    void whatever_was_derived_before_the_outcome_is_that_of_the_claims(@ForAll Random random) {
        RecordDerivation derivation = new RecordDerivation(ZONES, TTL);
        List<Claim> claims = new ArrayList<>();
        for (int step = 0; step < 20; step++) {
            if (!claims.isEmpty() && random.nextBoolean()) {
                claims.remove(random.nextInt(claims.size()));
            } else {
                claims.add(claim(random));
            }
            List<String> addresses = any(ADDRESSES, random);

            assertThat(derivation.derive(claims, addresses))
                    .isEqualTo(new RecordDerivation(ZONES, TTL).derive(claims, addresses));
        }
    }

    @Test
    void what_stays_is_not_derived_again() {
        RecordDerivation derivation = new RecordDerivation(ZONES, TTL);
        Claim one = new Claim("ingress/n/one", Instant.EPOCH, List.of("a.ex"), Wishes.NONE);
        Claim two = new Claim("ingress/n/two", Instant.EPOCH, List.of("b.ex"), Wishes.NONE);
        DomainName name = DomainName.of("a.ex");

        WantedName first =
                derivation.derive(List.of(one), ADDRESSES.getFirst()).names().get(name);
        assertThat(derivation
                        .derive(List.of(one, two), ADDRESSES.getFirst())
                        .names()
                        .get(name))
                .isSameAs(first);
        assertThat(derivation
                        .derive(List.of(one, two), ADDRESSES.get(1))
                        .names()
                        .get(name))
                .as("with other addresses")
                .isNotEqualTo(first);
    }
}
