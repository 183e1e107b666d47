package dev.tidegate.controller.admission.certificate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhook;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Base64;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whom the API server trusts when it asks: `caBundle` of each webhook of one ValidatingWebhookConfiguration. It is
/// written only where it differs, and nothing else of it ever is.
final class CaBundle {

    private static final Logger log = LoggerFactory.getLogger(CaBundle.class);

    private final KubernetesClient client;
    private final String name;

    CaBundle(KubernetesClient client, String name) {
        this.client = requireNonNull(client);
        this.name = requireNonNull(name);
    }

    void ensure(String authorities) throws CertificateTrouble {
        String object = "ValidatingWebhookConfiguration " + name;
        String expected = Base64.getEncoder().encodeToString(authorities.getBytes(ISO_8859_1));
        try {
            ValidatingWebhookConfiguration configuration = resource().get();
            if (configuration == null) {
                throw new CertificateTrouble(
                        object + ": not found (expected: the one that names this webhook, or another"
                                + " --validating-webhook-configuration)");
            }
            ArrayNode patch = patch(webhooks(configuration), expected);
            if (!patch.isEmpty()) {
                resource().patch(PatchContext.of(PatchType.JSON), patch.toString());
                log.info("admission webhook: {} trusts the authority of this certificate now", object);
            }
        } catch (KubernetesClientException failure) {
            throw ApiTrouble.of(object, "get and patch it", failure);
        }
    }

    private Resource<ValidatingWebhookConfiguration> resource() {
        return client.resources(ValidatingWebhookConfiguration.class).withName(name);
    }

    private static List<ValidatingWebhook> webhooks(ValidatingWebhookConfiguration configuration) {
        return configuration.getWebhooks() == null ? List.of() : configuration.getWebhooks();
    }

    /// Each by its place, with its name as a test, so that nothing is written to another that has come there since.
    private static ArrayNode patch(List<ValidatingWebhook> webhooks, String expected) {
        ArrayNode patch = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < webhooks.size(); i++) {
            ValidatingWebhook webhook = webhooks.get(i);
            if (!expected.equals(webhook.getClientConfig().getCaBundle())) {
                patch.addObject()
                        .put("op", "test")
                        .put("path", "/webhooks/" + i + "/name")
                        .put("value", webhook.getName());
                patch.addObject()
                        .put("op", "add")
                        .put("path", "/webhooks/" + i + "/clientConfig/caBundle")
                        .put("value", expected);
            }
        }
        return patch;
    }
}
