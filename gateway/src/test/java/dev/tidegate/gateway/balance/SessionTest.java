package dev.tidegate.gateway.balance;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {

    @Property
    void what_is_written_is_read(@ForAll long key, @ForAll long backend) {
        Session session = new Session(key, backend);
        assertThat(Session.parse(session.text())).isEqualTo(session);
        assertThat(session.text()).matches("[0-9a-f]{16}\\|[0-9a-f]{16}");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "|",
                "0123456789abcdef",
                "0123456789abcdef|",
                "0123456789abcdef|0123456789abcde",
                "0123456789abcdef|0123456789abcdef0",
                "0123456789abcdefg|123456789abcdef",
                "0123456789abcdeg|0123456789abcdef",
                "+123456789abcdef|0123456789abcdef",
                "0123456789abcde\u0660|0123456789abcdef",
                "1700000000.123.45.678|f1d2d2f924e986ac86fdf7b36c94bcdf"
            })
    void nothing_else_is_a_session(String text) {
        assertThat(Session.parse(text)).isNull();
    }

    @Property
    void whatever_a_client_writes_throws_nothing(@ForAll String text) {
        assertThat(Session.parse(text)).isNull();
    }
}
