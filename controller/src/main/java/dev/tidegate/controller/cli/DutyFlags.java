package dev.tidegate.controller.cli;

import dev.tidegate.controller.duty.DutyOptions;
import dev.tidegate.controller.duty.DutyOptions.StatusOptions;
import dev.tidegate.controller.duty.DutyOptions.WhereReached;
import dev.tidegate.controller.leader.Election;
import dev.tidegate.controller.snapshot.ObjectKey;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What `run` writes to its cluster, and which replica does.
final class DutyFlags {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--publish-service",
            paramLabel = "NS/NAME",
            converter = FlagTypes.Key.class,
            description = "The Service in front of us: its addresses become the status of our Ingresses, and the pods"
                    + " behind it are our replicas.")
    private Optional<ObjectKey> publishService = Optional.empty();

    @Option(
            names = "--publish-status-address",
            paramLabel = "LIST",
            description = "These addresses and host names, with commas, become the status of our Ingresses.")
    private String publishStatusAddress = "";

    @Option(
            names = "--report-node-internal-ip-address",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "BOOL",
            description = "Where the addresses of nodes become the status: the internal ones.")
    private boolean reportNodeInternalIpAddress;

    @Option(
            names = "--update-status",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "BOOL",
            description = "Write the status of our Ingresses. Default: true")
    private boolean updateStatus = true;

    @Option(
            names = "--update-status-on-shutdown",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "BOOL",
            description = "The last replica clears the status when it stops. Default: false")
    private boolean updateStatusOnShutdown;

    @Option(
            names = "--status-update-interval",
            paramLabel = "SECONDS",
            converter = FlagTypes.Seconds.class,
            description = "How often a status that others have written over is put right. Default: 60")
    private Duration statusUpdateInterval = Duration.ofSeconds(60);

    @Option(
            names = "--election-id",
            paramLabel = "NAME",
            description = "The Lease by which one replica leads. Default: tidegate-leader")
    private String electionId = "tidegate-leader";

    @Option(
            names = "--election-ttl",
            paramLabel = "DURATION",
            converter = FlagTypes.Span.class,
            description = "How long replicas wait for a leader that is silent, as 15s. Default: 15s")
    private Duration electionTtl = Election.DEFAULT_TTL;

    @Option(
            names = "--disable-leader-election",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "BOOL",
            description = "There is one replica only, and it leads.")
    private boolean disableLeaderElection;

    /// What to tell where there is no cluster to write to: each of these flags that was given has no effect.
    List<String> pointlessWithoutCluster() {
        return spec.commandLine().getParseResult().matchedOptions().stream()
                .filter(option -> option.userObject() instanceof Field field
                        && field.getDeclaringClass().equals(DutyFlags.class))
                .map(option -> option.longestName() + " has no effect: a folder of manifests has no status")
                .distinct()
                .toList();
    }

    /// By which replicas know each other, too.
    Optional<ObjectKey> publishService() {
        return publishService;
    }

    /// Fails: [ParameterException] if flags contradict each other.
    DutyOptions options() {
        List<String> addresses = Stream.of(publishStatusAddress.split(","))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
        if (publishService.isPresent() && !addresses.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--publish-service and --publish-status-address: both given (expected: one of them)");
        }
        StatusOptions status = new StatusOptions(
                statusUpdateInterval.isZero() ? Duration.ofSeconds(1) : statusUpdateInterval, updateStatusOnShutdown);
        return new DutyOptions(
                disableLeaderElection ? Optional.empty() : Optional.of(electionId),
                electionTtl,
                new WhereReached(publishService, addresses, reportNodeInternalIpAddress),
                updateStatus ? Optional.of(status) : Optional.empty());
    }
}
