package dev.tidegate.controller.dialogue;

import dev.tidegate.tls.TrustAll;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/// A client that sends what is written down, byte for byte, to a gateway on loopback, and reads to the end.
record Caller(int httpPort, int httpsPort) {

    /// What came back. `fields`: by name in lower case, several lines of one name joined by a line feed.
    record Answer(int status, Map<String, String> fields, String body) {}

    /// Shape: method, URL, header lines, a body → the answer. A `Host` among the lines outranks the URL's.
    Answer call(String method, URI url, List<String> lines, String body) throws IOException, GeneralSecurityException {
        StringBuilder head = new StringBuilder(method + " " + target(url) + " HTTP/1.1\r\n");
        if (lines.stream().noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("host:"))) {
            head.append("Host: ").append(url.getRawAuthority()).append("\r\n");
        }
        lines.forEach(line -> head.append(line).append("\r\n"));
        if (!body.isEmpty()) {
            head.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        head.append("Connection: close\r\n\r\n").append(body);
        try (Socket socket = open(url)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        }
    }

    private static String target(URI url) {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    private Socket open(URI url) throws IOException, GeneralSecurityException {
        if (url.getScheme().equals("http")) {
            return new Socket(InetAddress.getLoopbackAddress(), httpPort);
        }
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, new TrustManager[] {new TrustAll()}, null);
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), httpsPort);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(url.getHost())));
        socket.setSSLParameters(parameters);
        return socket;
    }

    private static Answer read(String text) throws IOException {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IOException("no answer but " + text.length() + " bytes: " + text);
        }
        List<String> lines = text.substring(0, end).lines().toList();
        Map<String, String> fields = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            fields.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (one, other) -> String.join("\n", new TreeSet<>(List.of(one, other))));
        }
        String body = text.substring(end + 4);
        boolean chunked = fields.getOrDefault("transfer-encoding", "").equals("chunked");
        return new Answer(Integer.parseInt(lines.getFirst().split(" ")[1]), fields, chunked ? joined(body) : body);
    }

    private static String joined(String chunks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = 0;
        while (true) {
            int line = chunks.indexOf("\r\n", at);
            int length = Integer.parseInt(chunks.substring(at, line), 16);
            if (length == 0) {
                return out.toString(StandardCharsets.ISO_8859_1);
            }
            out.writeBytes(chunks.substring(line + 2, line + 2 + length).getBytes(StandardCharsets.ISO_8859_1));
            at = line + 2 + length + 2;
        }
    }
}
