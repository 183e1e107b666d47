package dev.tidegate.controller.admission.certificate;

/// Why a certificate cannot be kept right at the moment: one line for people, with what was expected.
final class CertificateTrouble extends Exception {

    private static final long serialVersionUID = 1L;

    CertificateTrouble(String line) {
        super(line, null, false, false);
    }
}
