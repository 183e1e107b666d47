package dev.tidegate.controller.cli;

import dev.tidegate.controller.externaldns.DnsEndpointRecords;
import dev.tidegate.controller.records.PublishPace;
import dev.tidegate.controller.records.RecordOptions;
import dev.tidegate.dns.ownership.Identity;
import dev.tidegate.dns.ownership.OwnershipNames;
import dev.tidegate.dns.plan.PublishPolicy;
import dev.tidegate.dns.record.Zones;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Whether `run` publishes DNS records of what it serves, and how. Flags bear external-dns's names where it has them.
final class RecordFlags {

    private enum Publish {
        OFF,
        RFC2136,
        DNSENDPOINT
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--dns-publish",
            paramLabel = "WHERE",
            converter = PublishWord.class,
            description =
                    "Keep DNS records of our hosts: rfc2136 (on a name server, by dynamic update), dnsendpoint (as"
                            + " objects for external-dns) or off. Default: off")
    private Publish publish = Publish.OFF;

    @Option(
            names = "--dns-policy",
            paramLabel = "POLICY",
            converter = PolicyWord.class,
            description = "upsert-only: records are made and changed, and none is withdrawn; sync: those of hosts that"
                    + " were deleted are withdrawn. Default: upsert-only")
    private PublishPolicy.Mode policy = PublishPolicy.Mode.UPSERT_ONLY;

    @Option(
            names = "--dns-withdraw-delay",
            paramLabel = "DURATION",
            converter = FlagTypes.Span.class,
            description = "With sync: how long after its host was deleted a record is withdrawn. Default: 5m")
    private Duration withdrawDelay = PublishPolicy.DEFAULT.delay();

    @Option(
            names = "--dns-withdraw-share",
            paramLabel = "SHARE",
            converter = RecordFlagTypes.Share.class,
            description =
                    "With sync: if more of our names than this share would go within an hour, none goes, and it is"
                            + " said. Default: 0.1")
    private double withdrawShare = PublishPolicy.DEFAULT.share();

    @Option(
            names = "--dns-interval",
            paramLabel = "DURATION",
            converter = FlagTypes.Span.class,
            description = "How often it is read what stands in the zones, so that what others changed is put right."
                    + " Default: 1m")
    private Duration interval = Duration.ofMinutes(1);

    @Option(
            names = "--txt-owner-id",
            paramLabel = "NAME",
            description = "In whose name records are made. Each that writes into a zone needs another.")
    private Optional<String> ownerId = Optional.empty();

    @Option(
            names = "--txt-prefix",
            paramLabel = "TEXT",
            description = "Stands before the names of ownership records; %%{record_type} in it becomes the type.")
    private String prefix = "";

    @Option(
            names = "--txt-suffix",
            paramLabel = "TEXT",
            description = "Stands after the first label of the names of ownership records.")
    private String suffix = "";

    @Option(
            names = "--txt-wildcard-replacement",
            paramLabel = "TEXT",
            description = "Stands for * in the names of ownership records.")
    private String wildcardReplacement = "";

    @Option(names = "--migrate-from-txt-owner", paramLabel = "NAME", description = "Records of this owner become ours.")
    private Optional<String> takenOver = Optional.empty();

    /// What to tell where nothing is published: each of the other flags that was given has no effect.
    List<String> pointlessWithoutPublishing() {
        Set<Class<?>> ours = Set.of(RecordFlags.class, NameServerFlags.class);
        return publish != Publish.OFF
                ? List.of()
                : spec.commandLine().getParseResult().matchedOptions().stream()
                        .filter(option -> option.userObject() instanceof Field field
                                && ours.contains(field.getDeclaringClass())
                                && !option.longestName().equals("--dns-publish"))
                        .map(option -> option.longestName() + " has no effect: --dns-publish is not given")
                        .distinct()
                        .toList();
    }

    /// Are records to be kept as objects of the cluster?
    boolean asObjects() {
        return publish == Publish.DNSENDPOINT;
    }

    /// Fails: [ParameterException] if flags contradict each other, or one is missing.
    Optional<RecordOptions> options(
            Zones zones, List<String> targets, Duration ttl, NameServerFlags server, boolean folder) {
        return switch (publish) {
            case OFF -> Optional.empty();
            case RFC2136 ->
                Optional.of(options(atNameServer(zones, targets, server, folder), identity(), zones, targets, ttl));
            case DNSENDPOINT -> {
                if (folder) {
                    throw refused("--dns-publish dnsendpoint: a folder of manifests takes no objects (expected: a"
                            + " cluster, or rfc2136)");
                }
                yield Optional.of(options(
                        new RecordOptions.AsObjects(),
                        DnsEndpointRecords.identity(identity()),
                        zones.zones().isEmpty() ? new Zones(Zones.ALL.zones(), zones.excluded()) : zones,
                        targets,
                        ttl));
            }
        };
    }

    private RecordOptions.Where atNameServer(
            Zones zones, List<String> targets, NameServerFlags server, boolean folder) {
        if (zones.zones().isEmpty()) {
            throw refused("--dns-publish rfc2136: no zone (expected: --dns-zone with the zones to write to)");
        }
        if (ownerId.isEmpty()) {
            throw refused("--dns-publish rfc2136: no owner (expected: --txt-owner-id with a name that no other"
                    + " writer of these zones has)");
        }
        if (folder && targets.isEmpty()) {
            throw refused("--dns-publish rfc2136: with a folder of manifests nobody knows where its hosts are"
                    + " (expected: --dns-target with our addresses)");
        }
        return new RecordOptions.AtNameServer(server.server());
    }

    private RecordOptions options(
            RecordOptions.Where where, Identity us, Zones zones, List<String> targets, Duration ttl) {
        return new RecordOptions(
                zones,
                ttl,
                targets,
                us,
                new PublishPolicy(policy, withdrawDelay, withdrawShare, PublishPolicy.DEFAULT.window()),
                PublishPace.of(interval),
                where);
    }

    private Identity identity() {
        OwnershipNames names;
        try {
            names = new OwnershipNames(prefix, suffix, wildcardReplacement);
        } catch (IllegalArgumentException both) {
            throw refused("--txt-prefix and --txt-suffix: " + both.getMessage());
        }
        try {
            Identity identity = Identity.of(ownerId.orElse("tidegate")).with(names);
            return takenOver.map(identity::takingOver).orElse(identity);
        } catch (IllegalArgumentException malformed) {
            throw refused("--txt-owner-id " + malformed.getMessage());
        }
    }

    private ParameterException refused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private static final class PublishWord extends RecordFlagTypes.Word<Publish> {
        private PublishWord() {
            super(Publish.class);
        }
    }

    private static final class PolicyWord extends RecordFlagTypes.Word<PublishPolicy.Mode> {
        private PolicyWord() {
            super(PublishPolicy.Mode.class);
        }
    }
}
