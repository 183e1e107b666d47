package dev.tidegate.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The files that OpenSSL's command line made (see `generate.sh` beside them), and texts made of them.
///
/// An expression is one or more parts joined by `+`. A part is a file's name, perhaps after what was done to it:
/// `half:` cuts it in the middle, `windows:` gives it that system's line ends, `indented:` moves it to the right,
/// `bare:` takes its BEGIN and END lines away, `text:` is no file but the words themselves; `empty` is nothing.
final class OpenSslFixture {

    private OpenSslFixture() {}

    static byte[] bytes(String expression) {
        return Arrays.stream(expression.split("\\+"))
                .map(OpenSslFixture::part)
                .collect(Collectors.joining())
                .getBytes(ISO_8859_1);
    }

    private static String part(String part) {
        if (part.equals("empty")) {
            return "";
        }
        int colon = part.indexOf(':');
        if (colon < 0) {
            return file(part);
        }
        String rest = part.substring(colon + 1);
        return switch (part.substring(0, colon)) {
            case "text" -> rest + "\n";
            case "half" -> file(rest).substring(0, file(rest).length() / 2) + "\n";
            case "windows" -> file(rest).replace("\n", "\r\n");
            case "indented" -> file(rest).indent(4);
            case "bare" -> file(rest).replaceAll("-----.*-----\n", "");
            default -> throw new IllegalArgumentException(part);
        };
    }

    private static String file(String name) {
        try (InputStream in = OpenSslFixture.class.getResourceAsStream("openssl/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no fixture " + name);
            }
            return new String(in.readAllBytes(), ISO_8859_1);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
