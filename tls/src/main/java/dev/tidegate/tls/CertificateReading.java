package dev.tidegate.tls;

import static java.util.Objects.requireNonNull;

/// What reading a certificate and its key came to.
public sealed interface CertificateReading {

    /// The name of the field that holds the chain, as in a Secret of type `kubernetes.io/tls`.
    String CERTIFICATES = "tls.crt";

    /// The name of the field that holds the private key.
    String KEY = "tls.key";

    /// It can be served: the chain is readable and in order, and the key belongs to its leaf.
    record Accepted(ServerCertificate certificate) implements CertificateReading {

        public Accepted {
            requireNonNull(certificate);
        }
    }

    /// It cannot be served.
    ///
    /// `field`: [#CERTIFICATES] or [#KEY]. `problem`: what is there and, in brackets, what was expected, made to
    /// stand after the field's name: `empty (expected: …)`. It quotes nothing of the key.
    record Refused(String field, String problem) implements CertificateReading {

        public Refused {
            requireNonNull(field);
            requireNonNull(problem);
        }
    }
}
