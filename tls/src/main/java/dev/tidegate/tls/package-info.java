/// Certificates, from PEM text to the one that a handshake presents.
///
/// Reading order: [ServerCertificate], [CertificateIndex], then how they are read, chosen and made.
@NullMarked
package dev.tidegate.tls;

import org.jspecify.annotations.NullMarked;
