package dev.tidegate.gateway.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HostNamesTest {

    /// Some have one hash, and the shortest has the hash 0.
    private static final List<String> NAMES = Stream.of(
                    "", "Aa", "BB", "AaAa", "AaBB", "BBAa", "c0", "an", "\0", "\0\0")
            .flatMap(name -> Stream.of(name, name + ".example"))
            .toList();

    record Edit(String name, boolean comes) {}

    @Provide
    Arbitrary<List<Edit>> edits() {
        return Combinators.combine(Arbitraries.of(NAMES), Arbitraries.of(true, true, false))
                .as(Edit::new)
                .list()
                .ofMaxSize(60);
    }

    @Property
    void behave_like_a_hash_map_under_any_edits(@ForAll("edits") List<Edit> edits) {
        HostNames names = HostNames.NONE;
        Map<String, VirtualHost> plain = new HashMap<>();
        for (Edit edit : edits) {
            if (edit.comes()) {
                VirtualHost host = host(edit.name());
                names = names.with(edit.name(), host);
                plain.put(edit.name(), host);
            } else {
                names = names.without(edit.name());
                plain.remove(edit.name());
            }
        }

        assertThat(names.size()).isEqualTo(plain.size());
        assertThat(names.all()).containsExactlyInAnyOrderElementsOf(plain.values());
        for (String name : NAMES) {
            assertThat(names.get(name)).isSameAs(plain.get(name));
            assertThat(names.get("shop" + name, 4)).isSameAs(plain.get(name));
        }
        assertThat(names).isEqualTo(of(plain)).hasSameHashCodeAs(of(plain));
    }

    private static HostNames of(Map<String, VirtualHost> plain) {
        HostNames names = HostNames.NONE;
        for (Map.Entry<String, VirtualHost> each : plain.entrySet()) {
            names = names.with(each.getKey(), each.getValue());
        }
        return names;
    }

    private static VirtualHost host(String name) {
        return VirtualHost.of(new HostPattern.Exact(name), List.of(), Optional.empty());
    }
}
