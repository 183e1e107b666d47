package dev.tidegate.controller.explain;

import static java.util.Objects.requireNonNull;

import dev.tidegate.address.IpAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The request that is asked about. `authority` as in `Host`, `path` raw and without the query, as a client sends
/// them. `client`: whose request it is, and `origin`: whose page asks, if
/// that is said. `length`: what its `Content-Length` says, or -1. `upgrade`:
/// whether it asks for another protocol.
public record Question(
        String method,
        boolean secure,
        String authority,
        String path,
        Optional<IpAddress> client,
        Optional<String> origin,
        long length,
        boolean upgrade) {

    private static final Pattern METHOD = Pattern.compile("[A-Z]{2,20}");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    public Question {
        requireNonNull(method);
        requireNonNull(authority);
        requireNonNull(path);
        requireNonNull(client);
        requireNonNull(origin);
    }

    /// Shape: a method, an http or https URL (`http://` may be left out), header lines `Name: value`.
    ///
    /// `client`: an address, or nothing.
    ///
    /// Fails: [QuestionRefused] with a line that names the value and what was expected.
    public static Question of(String method, String url, Optional<String> client, List<String> headers) {
        if (!METHOD.matcher(method).matches()) {
            throw new QuestionRefused("METHOD " + method + ": not understood (expected: as GET)");
        }
        URI uri = uri(url);
        String authority = uri.getRawAuthority();
        long length = -1;
        boolean upgrade = false;
        Optional<String> origin = Optional.empty();
        for (String header : headers) {
            int colon = header.indexOf(':');
            if (colon < 1) {
                throw new QuestionRefused("--header " + header + ": not understood (expected: 'NAME: VALUE')");
            }
            String value = header.substring(colon + 1).strip();
            switch (header.substring(0, colon).strip().toLowerCase(Locale.ROOT)) {
                case "host" -> authority = value;
                case "content-length" -> length = length(value);
                case "origin" -> origin = Optional.of(value);
                case "upgrade" -> upgrade = true;
                default -> {} // no other has a say in routing
            }
        }
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new Question(
                method,
                "https".equalsIgnoreCase(uri.getScheme()),
                authority,
                path,
                client.map(Question::address),
                origin,
                length,
                upgrade);
    }

    private static IpAddress address(String text) {
        return IpAddress.parse(text)
                .orElseThrow(() -> new QuestionRefused(
                        "--client " + text + ": not understood (expected: an address, as 192.0.2.7)"));
    }

    private static URI uri(String text) {
        String expected = " (expected: a URL, as https://shop.example/cart";
        try {
            URI url = new URI(text.contains("://") ? text : "http://" + text);
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            if ((scheme.equals("http") || scheme.equals("https")) && url.getRawAuthority() != null) {
                return url;
            }
        } catch (URISyntaxException malformed) {
            throw new QuestionRefused(
                    "URL " + text + ": not understood" + expected + "; " + malformed.getReason() + ")");
        }
        throw new QuestionRefused("URL " + text + ": not understood" + expected + ")");
    }

    private static long length(String value) {
        if (!LENGTH.matcher(value).matches()) {
            throw new QuestionRefused("--header Content-Length: " + value + ": not understood (expected: a number)");
        }
        return Long.parseLong(value);
    }

    /// `https://shop.example/cart`, without the query.
    public String url() {
        return (secure ? "https" : "http") + "://" + authority + path;
    }
}
