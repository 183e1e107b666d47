package dev.tidegate.controller.admission.certificate;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;

/// What an API server's refusal means for whoever has to mend it.
final class ApiTrouble {

    private ApiTrouble() {}

    /// Shape: the object that was asked for, the right that it takes, and the failure → trouble.
    static CertificateTrouble of(String object, String right, KubernetesClientException failure) {
        String message =
                String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return new CertificateTrouble(
                failure.getCode() == HttpURLConnection.HTTP_FORBIDDEN
                        ? object + ": forbidden (expected: the right to " + right + ")"
                        : object + ": " + message);
    }
}
