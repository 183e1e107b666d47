package dev.tidegate.controller.cli;

import dev.tidegate.address.IpAddress;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.Severity;
import dev.tidegate.controller.policy.PolicyReading;
import dev.tidegate.controller.policy.Population;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.SourceRefused;
import dev.tidegate.controller.source.folder.ManifestFolder;
import dev.tidegate.policy.traffic.Connection;
import dev.tidegate.policy.traffic.Party;
import dev.tidegate.policy.traffic.Pod;
import dev.tidegate.policy.verdict.Policies;
import dev.tidegate.policy.verdict.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Which connection is asked about, and in which folder the policies stand.
final class PolicyFlags {

    private static final int TOLD = 10;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--manifests",
            paramLabel = "DIR",
            description = "Read policies, pods, namespaces and nodes from this folder.")
    private Optional<Path> manifests = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "NS/POD|IP",
            description = "Who connects: a pod of the folder, or an address.")
    private String from = "";

    @Option(names = "--to", paramLabel = "NS/POD|IP", description = "To whom: a pod of the folder, or an address.")
    private String to = "";

    @Option(
            names = "--port",
            paramLabel = "P[/tcp|udp|sctp]",
            converter = PodPort.Converter.class,
            description = "At which port: the pod's, not the Service's. The protocol is tcp if none is said.")
    private PodPort port = PodPort.NONE;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "text or json. Default: text")
    private OutputFormat output = OutputFormat.TEXT;

    /// What was asked, and what came of it.
    record Answer(Policies policies, Verdict verdict) {}

    OutputFormat output() {
        return output;
    }

    /// Says on standard error what could not be read as it was meant, since the answer may hang on it.
    ///
    /// Fails: [ParameterException] if there is no such pod, `SourceRefused` if there is no such folder.
    Answer answer() {
        List.of("--manifests", "--from", "--to", "--port").forEach(this::require);
        Snapshot snapshot = folder().orElseThrow();
        Population population = Population.of(snapshot);
        PolicyReading reading = PolicyReading.of(snapshot.policyObjects());
        Connection connection = new Connection(
                party("--from", from, population), party("--to", to, population), port.number(), port.protocol());
        Stream.concat(snapshot.findings().stream(), reading.faults().stream())
                .filter(it -> it.severity() == Severity.ERROR)
                .map(Diagnostic::text)
                .forEach(spec.commandLine().getErr()::println);
        return new Answer(reading.policies(), reading.policies().verdict(connection));
    }

    /// Is anything of the connection said?
    boolean namesConnection() {
        return Stream.of("--from", "--to", "--port").anyMatch(this::isGiven);
    }

    /// Fails: `SourceRefused` if there is no such folder.
    Optional<Snapshot> folder() {
        manifests.filter(folder -> !Files.isDirectory(folder)).ifPresent(folder -> {
            throw SourceRefused.of(folder, "no such folder", "a folder of manifests");
        });
        return manifests.map(folder -> ManifestFolder.read(List.of(folder)));
    }

    private void require(String flag) {
        if (!isGiven(flag)) {
            throw new MissingParameterException(
                    spec.commandLine(),
                    List.of(spec.commandLine().getCommandSpec().findOption(flag)),
                    flag);
        }
    }

    private boolean isGiven(String flag) {
        return spec.commandLine().getParseResult().hasMatchedOption(flag);
    }

    private Party party(String flag, String text, Population population) {
        Optional<IpAddress> address = IpAddress.parse(text);
        if (address.isPresent()) {
            return population.at(address.get());
        }
        String[] parts = text.split("/", -1);
        if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
            throw refused(flag, text, "not understood (expected: NAMESPACE/POD, or an IP address)");
        }
        return population
                .pod(new ObjectKey(parts[0], parts[1]))
                .orElseThrow(() -> refused(
                        flag,
                        text,
                        "no such pod in " + manifests.orElseThrow() + " (expected: " + known(population) + ")"));
    }

    private static String known(Population population) {
        if (population.pods().isEmpty()) {
            return "a Pod; there is none in it";
        }
        String some = population.inOrder().stream().limit(TOLD).map(Pod::path).collect(Collectors.joining(", "));
        int more = population.pods().size() - TOLD;
        return "one of " + some + (more > 0 ? " and " + more + " more" : "");
    }

    private ParameterException refused(String flag, String value, String problem) {
        return new ParameterException(spec.commandLine(), flag + " " + value + ": " + problem);
    }
}
