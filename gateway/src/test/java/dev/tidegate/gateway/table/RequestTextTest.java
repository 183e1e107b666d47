package dev.tidegate.gateway.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.ListArbitrary;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTextTest {

    @ParameterizedTest
    @CsvSource({
        "$request_uri,             ${request_uri}",
        "${request_uri},           ${request_uri}",
        "$host$uri,                ${host}${uri}",
        "$document_uri,            ${uri}",
        "$query_string,            ${args}",
        "$binary_remote_addr,      ${remote_addr}",
        "$request_method,          ${request_method}",
        "$scheme://$host,          ${scheme}://${host}",
        "$http_X_User_Id,          ${http_x_user_id}",
        "$cookie_JSESSIONID,       ${cookie_JSESSIONID}",
        "$arg_id-$arg_part,        ${arg_id}-${arg_part}",
        "always the same,          always the same"
    })
    void a_text_is_read_into_parts(String written, String read) {
        assertThat(RequestText.parse(written).orElseThrow().text()).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "$",
                "$$host",
                "${host",
                "${}",
                "$nobody",
                "a$",
                "$http_",
                "$request_uri$1",
                "${ho st}",
                "a\nb",
                "a\u202eb",
                "é"
            })
    void an_unknown_variable_and_a_lost_dollar_are_refused(String written) {
        assertThat(RequestText.parse(written)).isEmpty();
    }

    @Test
    void a_text_has_at_most_16_parts() {
        assertThat(RequestText.parse("$host".repeat(16))).isPresent();
        assertThat(RequestText.parse("$host".repeat(17))).isEmpty();
    }

    @Property
    void what_is_read_prints_as_a_text_that_reads_the_same(@ForAll("pieces") List<String> pieces) {
        RequestText.parse(String.join("", pieces))
                .ifPresent(read -> assertThat(RequestText.parse(read.text())).contains(read));
    }

    @Provide
    ListArbitrary<String> pieces() {
        return Arbitraries.of("$host", "${host}", "${uri}", "$http_a_b", "$arg_x", "_x", "{", "}", "uri", "-")
                .list()
                .ofMaxSize(6);
    }

    @Property
    void whatever_a_tenant_writes_throws_nothing(@ForAll @StringLength(max = 40) String text) {
        assertThat(RequestText.parse("$" + text)).isNotNull();
    }
}
