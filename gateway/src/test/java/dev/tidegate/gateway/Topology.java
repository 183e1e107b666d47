package dev.tidegate.gateway;

import dev.tidegate.address.Cidr;
import dev.tidegate.gateway.table.Forwarding;
import dev.tidegate.gateway.table.ProxyProtocol;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One way from a client to the gateway, and what is to come of it: a line of `client-addresses.txt`.
public record Topology(
        String name,
        String peer,
        String proxyHeader,
        List<String> fields,
        Forwarding forwarding,
        String client,
        String chain,
        String scheme,
        String port) {

    private static final List<Cidr> OURS = List.of(cidr("127.0.0.2"), cidr("10.0.0.0/8"));

    public static Stream<Topology> all() {
        try (InputStream file = Topology.class.getResourceAsStream("client-addresses.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Topology::parse);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Topology parse(String line) {
        String[] columns =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
        String[] asked = columns[7].split(" ");
        List<String> fields = columns[3].isEmpty() ? List.of() : List.of(columns[3].split("; "));
        return new Topology(
                columns[0],
                columns[1],
                columns[2],
                fields,
                forwarding(List.of(columns[4].split(" "))),
                columns[5],
                columns[6],
                asked[0],
                asked[1]);
    }

    private static Forwarding forwarding(List<String> believed) {
        return new Forwarding(
                believed.contains("forwarded") ? OURS : List.of(),
                believed.contains("append"),
                believed.contains("cloudflare") ? "CF-Connecting-IP" : "X-Forwarded-For",
                believed.contains("proxy")
                        ? Optional.of(new ProxyProtocol(OURS, Duration.ofSeconds(5)))
                        : Optional.empty());
    }

    static Cidr cidr(String text) {
        return Cidr.parse(text).orElseThrow();
    }

    @Override
    public String toString() {
        return name;
    }
}
