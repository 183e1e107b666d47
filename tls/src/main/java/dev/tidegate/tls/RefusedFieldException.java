package dev.tidegate.tls;

/// Why a field cannot be used. Thrown where it is found; answered once, in [PemCertificate].
final class RefusedFieldException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String field;

    RefusedFieldException(String field, String problem) {
        super(problem);
        this.field = field;
    }

    CertificateReading.Refused refused() {
        return new CertificateReading.Refused(field, String.valueOf(getMessage()));
    }
}
