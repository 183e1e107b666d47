package dev.tidegate.gateway.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.gateway.table.AnswerRewrite;
import dev.tidegate.gateway.table.AnswerRewrite.Substitution;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackendFieldsTest {

    private static final AnswerRewrite RULES = new AnswerRewrite(
            Optional.of(new Substitution("in.example", "out.example")),
            Optional.of(new Substitution("/in/", "/")),
            Optional.of(new Substitution("http://in.example/", "https://out.example/")));

    private static final AnswerRewrite NONE =
            new AnswerRewrite(Optional.empty(), Optional.empty(), Optional.of(new Substitution("x://", "y://")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=1                                     | a=1",
                "a=1; Domain=in.example                  | a=1; Domain=out.example",
                "a=1; domain=.IN.example; Secure         | a=1; domain=out.example; Secure",
                "a=1; Domain=sub.in.example              | a=1; Domain=sub.in.example",
                "a=1; Path=/in/cart; HttpOnly            | a=1; Path=/cart; HttpOnly",
                "a=1;Path=/in                            | a=1;Path=/in",
                "a=1; Path=/IN/cart                      | a=1; Path=/IN/cart",
                "Path=/in/; Path=/in/                    | Path=/in/; Path=/",
                "Domain=in.example                       | Domain=in.example",
                "a=1; Max-Age=5; ;; Path = /in/x ;       | a=1; Max-Age=5; ;; Path =/x;",
            })
    void a_cookie_has_another_domain_and_path(String cookie, String rewritten) {
        assertThat(BackendFields.cookie(cookie, RULES)).isEqualTo(rewritten);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://in.example/a?b=c  | https://out.example/a?b=c",
                "http://in.example        | http://in.example",
                "https://in.example/a     | https://in.example/a",
                "/a                       | /a",
            })
    void a_location_has_another_beginning(String location, String rewritten) {
        assertThat(BackendFields.location(location, RULES)).isEqualTo(rewritten);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5                              | 5",
                "5; url=http://in.example/a     | 5; url=https://out.example/a",
                "0;URL=http://in.example/a      | 0;URL=https://out.example/a",
                "5; url=/a                      | 5; url=/a",
            })
    void a_refresh_has_another_url(String refresh, String rewritten) {
        assertThat(BackendFields.refresh(refresh, RULES)).isEqualTo(rewritten);
    }

    @Property
    void what_no_rule_takes_stays_byte_for_byte(
            @ForAll @AlphaChars @Chars({';', '=', ' ', ',', '/', '.'}) String text) {
        assertThat(BackendFields.cookie(text, NONE)).isEqualTo(text);
        assertThat(BackendFields.refresh(text, NONE)).isEqualTo(text);
        assertThat(BackendFields.location(text, NONE)).isEqualTo(text);
    }
}
