package dev.tidegate.e2e.cluster;

import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.TidegateProcess;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfigurationBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The configuration by which the API server asks Tidegate about the Ingresses of one namespace, with the rights
/// that `charts/tidegate/static/rbac-webhook.yaml` documents. There is no kubelet and no Service network here, so
/// webhooks are called by address. Closing deletes configuration, Secret and rights.
final class TestWebhook implements AutoCloseable {

    static final String NAME = "validate.tidegate.dev";

    private static final String CONFIGURATION = "tidegate-admission";
    private static final String SECRET = "tidegate-admission";
    private static final Path RIGHTS = Path.of("../charts/tidegate/static/rbac-webhook.yaml");
    private static final Pattern PORT = Pattern.compile("admission webhook: listens at \\S+:(\\d+)");

    /// What `run` is told.
    static final String[] FLAGS = {
        "--validating-webhook=127.0.0.1:0",
        "--validating-webhook-secret=" + TidegateAccount.NAMESPACE + "/" + SECRET,
        "--validating-webhook-service=" + TidegateAccount.NAMESPACE + "/tidegate-admission",
        "--validating-webhook-configuration=" + CONFIGURATION
    };

    private final KubernetesClient admin;
    private final List<HasMetadata> rights;

    private TestWebhook(KubernetesClient admin, List<HasMetadata> rights) {
        this.admin = admin;
        this.rights = rights;
    }

    /// The rights, and no configuration yet.
    static TestWebhook permit(TestBed bed) {
        KubernetesClient admin = bed.cluster().admin();
        try (InputStream file = Files.newInputStream(RIGHTS)) {
            List<HasMetadata> rights = admin.load(file).items();
            rights.forEach(it -> admin.resource(it).forceConflicts().serverSideApply());
            return new TestWebhook(admin, rights);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static int port(TidegateProcess tidegate) {
        return PORT.matcher(tidegate.stderr())
                .results()
                .map((MatchResult found) -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no webhook announced:\n" + tidegate.stderr()));
    }

    /// One webhook for each of these, all of which are to agree.
    void configure(TestNamespace namespace, String failurePolicy, TidegateProcess... replicas) {
        ValidatingWebhookConfigurationBuilder configuration = new ValidatingWebhookConfigurationBuilder()
                .withNewMetadata()
                .withName(CONFIGURATION)
                .endMetadata();
        for (int i = 0; i < replicas.length; i++) {
            configuration
                    .addNewWebhook()
                    .withName(i == 0 ? NAME : i + "." + NAME)
                    .withNewClientConfig()
                    .withUrl("https://127.0.0.1:" + port(replicas[i]) + "/networking/v1/ingresses")
                    .endClientConfig()
                    .addNewRule()
                    .withApiGroups("networking.k8s.io")
                    .withApiVersions("v1")
                    .withOperations("CREATE", "UPDATE")
                    .withResources("ingresses")
                    .endRule()
                    .withNewNamespaceSelector()
                    .addToMatchLabels("kubernetes.io/metadata.name", namespace.name())
                    .endNamespaceSelector()
                    .withFailurePolicy(failurePolicy)
                    .withSideEffects("None")
                    .withTimeoutSeconds(5)
                    .withAdmissionReviewVersions("v1")
                    .endWebhook();
        }
        admin.resource(configuration.build()).create();
        Await.untilStarted(
                "the configuration knows whom to trust",
                () ->
                        admin
                                .resources(ValidatingWebhookConfiguration.class)
                                .withName(CONFIGURATION)
                                .get()
                                .getWebhooks()
                                .stream()
                                .allMatch(it -> it.getClientConfig().getCaBundle() != null));
    }

    Secret secret() {
        return admin.secrets()
                .inNamespace(TidegateAccount.NAMESPACE)
                .withName(SECRET)
                .get();
    }

    @Override
    public void close() {
        admin.resources(ValidatingWebhookConfiguration.class)
                .withName(CONFIGURATION)
                .delete();
        admin.secrets().inNamespace(TidegateAccount.NAMESPACE).withName(SECRET).delete();
        rights.forEach(it -> admin.resource(it).delete());
    }
}
