package dev.tidegate.controller.externaldns;

import dev.tidegate.dns.publish.Failure;
import dev.tidegate.dns.publish.Fault;
import dev.tidegate.dns.record.DomainName;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.Optional;
import java.util.regex.Pattern;

/// What an API server's refusal means for whoever has to mend it.
final class ApiFailure {

    private static final int TOO_MANY_REQUESTS = 429;

    /// Said of one object, with the code that says "forbidden" of all.
    private static final Pattern OF_ONE_OBJECT = Pattern.compile("admission webhook|exceeded quota");

    private ApiFailure() {}

    /// `what`: what was asked, of which objects: `DNSEndpoints of namespace tidegate: list`.
    static Failure of(DomainName zone, String what, KubernetesClientException failure) {
        String said = said(failure);
        return switch (failure.getCode()) {
            case HttpURLConnection.HTTP_UNAUTHORIZED ->
                new Failure(zone, Fault.FORBIDDEN, what + " is unauthorized (expected: a token that is valid)");
            case HttpURLConnection.HTTP_FORBIDDEN ->
                OF_ONE_OBJECT.matcher(said).find()
                        ? other(zone, what, said)
                        : new Failure(
                                zone,
                                Fault.FORBIDDEN,
                                what + " is forbidden (expected: a Role with get, list, create, update and delete of"
                                        + " dnsendpoints.externaldns.k8s.io there)");
            case HttpURLConnection.HTTP_NOT_FOUND ->
                isNamespace(failure)
                        ? other(zone, what, said)
                        : new Failure(
                                zone,
                                Fault.UNKNOWN_KIND,
                                what + ": the API server does not know the kind (expected: external-dns's"
                                        + " CustomResourceDefinition dnsendpoints.externaldns.k8s.io installed)");
            default ->
                isAway(failure.getCode())
                        ? new Failure(
                                zone, Fault.UNREACHABLE, what + ": the API server does not do it now (" + said + ")")
                        : other(zone, what, said);
        };
    }

    private static Failure other(DomainName zone, String what, String said) {
        return new Failure(zone, Fault.OTHER, what + ": the API server says: " + said);
    }

    /// Without an answer there is no code.
    private static boolean isAway(int code) {
        return code <= 0 || code == TOO_MANY_REQUESTS || code >= HttpURLConnection.HTTP_INTERNAL_ERROR;
    }

    private static boolean isNamespace(KubernetesClientException failure) {
        return Optional.ofNullable(failure.getStatus())
                .map(Status::getDetails)
                .filter(details -> "namespaces".equals(details.getKind()))
                .isPresent();
    }

    private static String said(KubernetesClientException failure) {
        String message = Optional.ofNullable(failure.getStatus())
                .map(Status::getMessage)
                .orElseGet(() -> "no answer, " + innermost(failure));
        return message.lines().findFirst().orElse("");
    }

    private static String innermost(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return message == null ? innermost.getClass().getSimpleName() : message;
    }
}
