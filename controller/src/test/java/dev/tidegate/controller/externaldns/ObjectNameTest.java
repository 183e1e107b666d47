package dev.tidegate.controller.externaldns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.dns.record.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What objects and labels are called.
class ObjectNameTest {

    @ParameterizedTest
    @CsvSource({
        "shop.example.com, shop.example.com",
        "localhost, localhost",
        "xn--bcher-kva.example, xn--bcher-kva.example",
        "*.example.com, any.example.com.x-47287a8f16ec75e6",
        "any.example.com, any.example.com",
        "_http._tcp.example.com, http.tcp.example.com.x-3f88ce15d1deec5c",
        "a_b.example.com, a-b.example.com.x-c91c532ecff4d5e8",
        "any.example.com.x-47287a8f16ec75e6, any.example.com.x-47287a8f16ec75e6.x-9844cea3296f3c79",
        "_, name.x-d2e2adf7177b7a8a",
    })
    void a_name_is_read_in_its_object(String name, String object) {
        assertThat(ObjectName.of(DomainName.of(name))).isEqualTo(object);
    }

    @Test
    void the_longest_names_have_objects_too() {
        String label = "a".repeat(63);
        String longest = String.join(".", label, label, label, "b".repeat(61));
        assertThat(ObjectName.of(DomainName.of(longest))).isEqualTo(longest);
        String longestWildcard = "*." + longest.substring(2);
        String other = longestWildcard.substring(0, longest.length() - 1) + "c";
        assertThat(ObjectName.of(DomainName.of(longestWildcard)))
                .hasSize(253)
                .matches("[a-z0-9.-]+")
                .isNotEqualTo(ObjectName.of(DomainName.of(other)));
    }

    @ParameterizedTest
    @CsvSource({
        "cluster-a, cluster-a",
        "Team_A.eu, Team_A.eu",
        "team/a, x-65f838a2fbff37d8",
        "x-65f838a2fbff37d8, x-d5abaf2cfdc1ea05",
    })
    void an_owner_is_a_label_that_no_other_has(String owner, String label) {
        assertThat(OwnerLabel.of(owner)).isEqualTo(label);
    }
}
