/// Certificates, from PEM text to the one that a handshake presents.
///
/// Reading order: [ServerCertificate] and [CertificateIndex] are the values; [PemCertificate] reads one and answers
/// with a [CertificateReading]; [CertificateKeyManager] chooses one in each handshake; [SelfSignedCertificate] makes
/// the default; [TlsProfile] says what a listener offers.
@NullMarked
package dev.tidegate.tls;

import org.jspecify.annotations.NullMarked;
