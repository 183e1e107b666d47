package dev.tidegate.gateway.balance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.gateway.table.RequestText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashKeyTest {

    private static final RequestView REQUEST = Facts.request("/cart?id=7&ID=8&flag&empty=&id=9")
            .header("x-user-id", "ann")
            .cookie("session", "s1");

    private static long key(String text) {
        return HashKey.of(RequestText.parse(text).orElseThrow(), REQUEST);
    }

    @ParameterizedTest
    @CsvSource({
        "$request_uri,        /cart?id=7&ID=8&flag&empty=&id=9",
        "$uri,                /cart",
        "$args,               id=7&ID=8&flag&empty=&id=9",
        "$host,               shop.example",
        "$remote_addr,        203.0.113.7",
        "$request_method,     GET",
        "$scheme,             https",
        "$http_x_user_id,     ann",
        "$cookie_session,     s1",
        "$arg_id,             7",
        "$arg_ID,             7",
        "$host-$http_x_user_id, shop.example-ann",
        "sho${http_nobody}p,  shop"
    })
    void a_key_is_the_hash_of_the_filled_in_text(String text, String filledIn) {
        assertThat(key(text)).isEqualTo(StableHash.of(filledIn));
    }

    @ParameterizedTest
    @CsvSource({"$http_nobody", "$cookie_nobody", "$arg_nobody", "$arg_empty", "$arg_flag", "$arg_i", "$arg_d"})
    void what_a_request_does_not_have_is_empty(String text) {
        assertThat(key(text)).isEqualTo(StableHash.of(""));
    }

    /// Another number sends every session and every cache elsewhere when replicas of two versions run side by side.
    @Test
    void the_hash_of_a_text_never_changes() {
        assertThat(StableHash.of("")).isEqualTo(0xefd01f60ba992926L);
        assertThat(StableHash.of("shop.example")).isNotEqualTo(StableHash.of("shop.examplf"));
    }
}
