package dev.tidegate.controller.cli;

import dev.tidegate.controller.admission.AdmissionOptions;
import dev.tidegate.controller.admission.AdmissionOptions.CertificateOrigin;
import dev.tidegate.controller.snapshot.ObjectKey;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Whether `run` answers the API server's admission reviews, and with which certificate.
final class WebhookFlags {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--validating-webhook",
            paramLabel = "[HOST]:PORT",
            converter = FlagTypes.ListenAddress.class,
            description = "Answer the API server's admission reviews of Ingresses here. Default: not at all")
    private Optional<FlagTypes.HostPort> listen = Optional.empty();

    @Option(
            names = "--validating-webhook-certificate",
            paramLabel = "FILE",
            description = "The webhook's certificate chain, as PEM; read again when it changes.")
    private Optional<Path> certificate = Optional.empty();

    @Option(
            names = "--validating-webhook-key",
            paramLabel = "FILE",
            description = "Its private key, as PEM; read again when it changes.")
    private Optional<Path> key = Optional.empty();

    @Option(
            names = "--validating-webhook-secret",
            paramLabel = "NS/NAME",
            converter = FlagTypes.Key.class,
            description =
                    "Instead of the two files: the Secret in which the replicas make, share and renew the webhook's"
                            + " certificate themselves.")
    private Optional<ObjectKey> secret = Optional.empty();

    @Option(
            names = "--validating-webhook-service",
            paramLabel = "NS/NAME",
            converter = FlagTypes.Key.class,
            description = "The Service by which the API server calls the webhook: the names in that certificate.")
    private Optional<ObjectKey> service = Optional.empty();

    @Option(
            names = "--validating-webhook-configuration",
            paramLabel = "NAME",
            description = "The ValidatingWebhookConfiguration whose caBundle is kept right for that certificate.")
    private Optional<String> configuration = Optional.empty();

    /// What to tell where there is no webhook: each of the other flags that was given has no effect.
    List<String> pointlessWithoutWebhook() {
        return listen.isPresent()
                ? List.of()
                : spec.commandLine().getParseResult().matchedOptions().stream()
                        .filter(option -> option.userObject() instanceof Field field
                                && field.getDeclaringClass().equals(WebhookFlags.class)
                                && !option.longestName().equals("--validating-webhook"))
                        .map(option -> option.longestName() + " has no effect: --validating-webhook is not given")
                        .distinct()
                        .toList();
    }

    /// Fails: [ParameterException] if flags contradict each other, or one is missing.
    Optional<AdmissionOptions> options(SourceFlags source) {
        return listen.map(it -> new AdmissionOptions(it.host(), it.port(), origin(source), source.namespaces()));
    }

    private CertificateOrigin origin(SourceFlags source) {
        if (certificate.isPresent() != key.isPresent()) {
            throw refused("--validating-webhook-certificate and --validating-webhook-key: one given (expected: both)");
        }
        if (secret.isEmpty() && certificate.isEmpty()) {
            throw refused("--validating-webhook: no certificate (expected: --validating-webhook-certificate and"
                    + " --validating-webhook-key, or --validating-webhook-secret)");
        }
        if (secret.isEmpty()) {
            return new CertificateOrigin.Files(certificate.orElseThrow(), key.orElseThrow());
        }
        if (certificate.isPresent()) {
            throw refused("--validating-webhook-certificate and --validating-webhook-secret: both given"
                    + " (expected: one of them)");
        }
        if (source.fromFolder()) {
            throw refused("--validating-webhook-secret: a folder has no Secret to write to (expected:"
                    + " --validating-webhook-certificate and --validating-webhook-key)");
        }
        return new CertificateOrigin.Shared(
                secret.get(),
                service.orElseThrow(() -> refused("--validating-webhook-secret: no --validating-webhook-service"
                        + " (expected: the Service by which the API server calls)")),
                configuration,
                source.kubeconfig());
    }

    private ParameterException refused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
