package dev.tidegate.controller.cli;

import dev.tidegate.address.AddressLiteral;
import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.rfc2136.NameServer;
import dev.tidegate.dns.rfc2136.TsigKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The name server that records are written to, by external-dns's names for it.
final class NameServerFlags {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--rfc2136-host",
            paramLabel = "HOST",
            description = "The primary name server of the zones, by its IP address or name.")
    private Optional<String> host = Optional.empty();

    @Option(
            names = "--rfc2136-port",
            paramLabel = "PORT",
            converter = FlagTypes.Port.class,
            description = "Its port. Default: 53")
    private int port = 53;

    @Option(names = "--rfc2136-tsig-keyname", paramLabel = "NAME", description = "The TSIG key by which it knows us.")
    private Optional<String> keyName = Optional.empty();

    @Option(
            names = "--rfc2136-tsig-secret",
            paramLabel = "BASE64",
            description = "That key's secret. Whoever sees the processes sees it; better a file.")
    private Optional<String> secret = Optional.empty();

    @Option(
            names = "--rfc2136-tsig-secret-file",
            paramLabel = "FILE",
            description = "A file with that key's secret, as base64; read at the start.")
    private Optional<Path> secretFile = Optional.empty();

    @Option(
            names = "--rfc2136-tsig-secret-alg",
            paramLabel = "ALGORITHM",
            description = "That key's algorithm: hmac-sha256 or hmac-sha512. Default: hmac-sha256")
    private String algorithm = "hmac-sha256";

    @Option(
            names = "--rfc2136-tsig-axfr",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "BOOL",
            description = "Learn by zone transfers what stands there; else each name is asked for. Default: true")
    private boolean transfers = true;

    @Option(
            names = "--rfc2136-insecure",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "BOOL",
            description = "Use no key: anybody may answer for the server then.")
    private boolean insecure;

    @Option(
            names = "--rfc2136-timeout",
            paramLabel = "MILLISECONDS",
            converter = FlagTypes.Milliseconds.class,
            description = "How long it may take to answer one question. Default: 2000")
    private Duration timeout = Duration.ofSeconds(2);

    /// Fails: [ParameterException] if flags contradict each other, or one is missing.
    NameServer server() {
        String name = host.map(String::strip)
                .filter(it -> !it.isEmpty())
                .orElseThrow(() -> refused("--rfc2136-host: none (expected: the primary name server of the zones)"));
        if (timeout.isZero()) {
            throw refused("--rfc2136-timeout 0 (expected: at least 1)");
        }
        return new NameServer(address(name), key(), timeout, transfers);
    }

    private InetSocketAddress address(String name) {
        if (AddressLiteral.parse(name) != null) {
            return new InetSocketAddress(InetAddress.ofLiteral(name), port);
        }
        try {
            return InetSocketAddress.createUnresolved(DomainName.of(name).text(), port);
        } catch (IllegalArgumentException malformed) {
            throw refused("--rfc2136-host " + name + ": not understood (expected: an IP address or a name)");
        }
    }

    private Optional<TsigKey> key() {
        if (insecure) {
            if (keyName.isPresent() || secret.isPresent() || secretFile.isPresent()) {
                throw refused("--rfc2136-insecure and a TSIG key: both given (expected: one of them)");
            }
            return Optional.empty();
        }
        if (keyName.isEmpty() || (secret.isEmpty() && secretFile.isEmpty())) {
            throw refused("--rfc2136-host: no key (expected: --rfc2136-tsig-keyname and --rfc2136-tsig-secret-file,"
                    + " or --rfc2136-insecure)");
        }
        if (secret.isPresent() && secretFile.isPresent()) {
            throw refused("--rfc2136-tsig-secret and --rfc2136-tsig-secret-file: both given (expected: one of them)");
        }
        try {
            return Optional.of(
                    TsigKey.of(keyName.get(), TsigKey.Algorithm.of(algorithm), secret.orElseGet(this::secretFromFile)));
        } catch (IllegalArgumentException malformed) {
            throw refused("TSIG key of --rfc2136-tsig-keyname: " + malformed.getMessage());
        }
    }

    private String secretFromFile() {
        Path file = secretFile.orElseThrow();
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw refused("--rfc2136-tsig-secret-file " + file + ": cannot be read (expected: a file with the key's"
                    + " secret, as base64)");
        }
    }

    private ParameterException refused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
