/// The admission webhook's certificate: from files that others keep, or from a Secret that the replicas share and
/// keep themselves, together with the trust in it.
///
/// Reading order: [ServedCertificate], [CertificateKeeper], [FileCertificate], [SharedCertificate], [SharedPair],
/// [CaBundle].
@NullMarked
package dev.tidegate.controller.admission.certificate;

import org.jspecify.annotations.NullMarked;
