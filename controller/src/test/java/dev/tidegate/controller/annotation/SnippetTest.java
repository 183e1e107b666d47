package dev.tidegate.controller.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Snippets as they are found in the wild, taken apart.
class SnippetTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        return 403;                                              | return[403]
        return 301 https://$host$request_uri                     | return[301 https://$host$request_uri]
        more_set_headers "X-Frame-Options: DENY"; add_header A b; | more_set_headers[X-Frame-Options: DENY] add_header[A b]
        location ~ /metrics { deny all; return 404; }            | location[~ /metrics] deny[all] return[404]
        if ($http_user_agent ~* bot)  { return 403; }            | if[($http_user_agent ~* bot)] return[403]
        '# return 403;'                                          |
        add_header A b; # and; { so on                           | add_header[A b]
        add_header A "b;c{d}#e";                                 | add_header[A b;c{d}#e]
        add_header A "b\\"c";                                    | add_header[A b"c]
        set $x a${y}b;                                           | set[$x a$b]
        set $x a#b;                                              | set[$x a#b]
        location / {}                                            | location[/]
        ;;;{}}}{{                                                |
        content_by_lua_block { ngx.say("a; return 403"); if x { } } return 200; | content_by_lua_block[] return[200]
        content_by_lua_block { { {                               | content_by_lua_block[]
        add_header A "no end                                     | add_header[A no end]
        SecRuleEngine On                                         | ?[On]
        <script>alert(1)</script> x;                             | ?[x]
        """)
    void a_snippet_is_taken_apart(String text, String directives) {
        assertThat(told(text)).isEqualTo(directives == null ? "" : directives);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\", "\"", "'", "${", "$", "{", "a_by_lua_block{", "\"\\", "#", "a\\"})
    void no_text_is_too_odd(String text) {
        assertThat(Snippet.parse(text).directives()).hasSizeLessThan(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"if ($x) { a 'b' \"c\"; }\n", "${", "{", "\"", "'a", "#\n", "x_by_lua_block { { ", "\\"})
    void a_long_one_takes_no_long_time(String piece) {
        String text = piece.repeat(100_000);
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Snippet.parse(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        more_set_headers      | 'X: y'                 | custom-headers
        add_header            | X y                    | custom-headers
        more_clear_headers    | Server                 | hide-headers
        proxy_hide_header     | Server                 | hide-headers
        proxy_set_header      | X y                    | proxy-set-headers
        proxy_set_header      | X-User $auth_user      | auth-response-headers
        rewrite               | ^/a /b permanent       | permanent-redirect
        rewrite               | ^/a /b redirect        | temporal-redirect
        rewrite               | ^/a /b break           | rewrite-target
        return                | 301 https://x          | permanent-redirect
        return                | 302 https://x          | temporal-redirect
        return                | 403                    | denylist-source-range
        return                | 404                    | a path of its own
        deny                  | all                    | denylist-source-range
        location              | ~ /metrics             | a path of its own
        if                    | ($http_user_agent ~ x) | block-user-agents
        if                    | ($http_referer ~ x)    | block-referers
        proxy_read_timeout    | 60s                    | proxy-read-timeout
        client_max_body_size  | 8m                     | proxy-body-size
        proxy_buffers         | 4 8k                   | proxy-buffers-number
        gzip                  | on                     | use-gzip
        gzip_types            | text/css               | use-gzip
        brotli                | on                     | enable-brotli
        auth_request_set      | $a $b                  | auth-response-headers
        limit_req             | zone=a                 | limit-rps
        proxy_cache           | zone                   | no counterpart
        sub_filter            | a b                    | no counterpart
        access_by_lua_block   | x                      | no counterpart
        rewrite_by_lua_file   | x                      | no counterpart
        """)
    void each_use_has_its_typed_setting(String directive, String words, String instead) {
        assertThat(SnippetAdvice.instead(directive, List.of(words.split(" "))))
                .hasValueSatisfying(it -> assertThat(it).contains(instead));
    }

    @Test
    void directives_with_one_answer_are_told_together() {
        assertThat(SnippetAdvice.of("more_set_headers 'A: b'; add_header C d; nonsense x; <b>;"))
                .startsWith("more_set_headers, add_header: custom-headers")
                .endsWith("; nonsense, text that is no directive: no counterpart here");
    }

    @Test
    void a_list_that_is_too_long_is_cut() {
        String many = "more_set_headers a; return 403; return 301 x; gzip on; brotli on; location /a {} deny all;"
                + " proxy_read_timeout 5s; root /srv;";
        assertThat(SnippetAdvice.of(many)).endsWith("; and 3 more");
    }

    private static String told(String text) {
        return Snippet.parse(text).directives().stream()
                .map(it -> it.name().orElse("?") + "[" + String.join(" ", it.words()) + "]")
                .collect(Collectors.joining(" "));
    }
}
