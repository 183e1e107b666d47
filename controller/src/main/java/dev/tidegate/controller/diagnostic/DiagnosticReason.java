package dev.tidegate.controller.diagnostic;

import java.util.Locale;

/// Why a diagnostic was made. The name in CamelCase is the reason of the Kubernetes Event.
public enum DiagnosticReason {
    /// A document or object cannot be read: broken YAML, a wrong type, a missing name.
    MALFORMED_OBJECT,
    /// A field's value is outside what its specification allows.
    INVALID_FIELD,
    /// An object of a kind or API version that is not read.
    UNSUPPORTED_KIND,
    /// The API server does not let us read the object.
    FORBIDDEN,
    /// The Ingress names a class in two ways that disagree.
    CLASS_CONFLICT,
    /// An annotation's value is not what it should be.
    INVALID_ANNOTATION,
    /// An annotation that is not honoured.
    UNSUPPORTED_ANNOTATION,
    /// A backend that is not a Service.
    UNSUPPORTED_BACKEND_RESOURCE,
    /// A Service of a kind or protocol that is not proxied to.
    UNSUPPORTED_SERVICE,
    /// The Service named by a backend does not exist.
    SERVICE_NOT_FOUND,
    /// The Service has no port of that name or number.
    PORT_NOT_FOUND,
    /// The Service has no endpoint that can take new requests.
    NO_ENDPOINTS,
    /// Network policies keep the gateway from endpoints of the Service.
    POLICY_DENIED,
    /// A name has no address, or name servers do not answer for it.
    NAME_NOT_RESOLVED,
    /// A name leads to an address that no backend may have.
    FORBIDDEN_ADDRESS,
    /// The Secret named for TLS does not exist.
    SECRET_NOT_FOUND,
    /// The Secret holds no usable certificate and key.
    INVALID_CERTIFICATE,
    /// The certificate does not cover the host it is named for.
    CERTIFICATE_MISMATCH,
    /// The certificate is past its end, or not yet valid.
    CERTIFICATE_EXPIRED,
    /// Another Ingress makes all paths of the host regular expressions, and so this one.
    MATCHED_AS_REGEX,
    /// An older Ingress holds the same host and path.
    PATH_CONFLICT,
    /// A canary that has no Ingress of which it could take requests.
    CANARY_WITHOUT_PRIMARY,
    /// An older Ingress holds the same host with another certificate.
    CERTIFICATE_CONFLICT,
    /// A key or value of the global ConfigMap that is not honoured.
    INVALID_SETTING,
    /// The Ingress was edited into something malformed; its last good version is served.
    QUARANTINED,
    /// The source has not been read since the start; what an earlier process knew is served.
    REMEMBERED,
    /// A fault of the compiler's own, met while it read this object; everything else is compiled.
    INTERNAL_FAULT;

    /// As Kubernetes Events write it: `SecretNotFound`.
    public String camelCase() {
        StringBuilder out = new StringBuilder();
        for (String word : name().split("_")) {
            out.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return out.toString();
    }
}
