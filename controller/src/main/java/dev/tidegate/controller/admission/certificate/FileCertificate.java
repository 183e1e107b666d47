package dev.tidegate.controller.admission.certificate;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.admission.AdmissionOptions.CertificateOrigin;
import dev.tidegate.tls.CertificateReading;
import dev.tidegate.tls.PemCertificate;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A certificate in two files, read again when their content changes, as a mounted Secret's does. As long as they
/// cannot be read, what they last held is served.
final class FileCertificate implements CertificateKeeper.Look {

    private static final Logger log = LoggerFactory.getLogger(FileCertificate.class);

    private final CertificateOrigin.Files files;
    private final ServedCertificate served;
    private byte[] certificate = new byte[0];
    private byte[] key = new byte[0];

    FileCertificate(CertificateOrigin.Files files, ServedCertificate served) {
        this.files = requireNonNull(files);
        this.served = requireNonNull(served);
    }

    @Override
    public void look() throws CertificateTrouble {
        byte[] nowCertificate = read("--validating-webhook-certificate", files.certificate());
        byte[] nowKey = read("--validating-webhook-key", files.key());
        if (Arrays.equals(nowCertificate, certificate) && Arrays.equals(nowKey, key)) {
            return;
        }
        switch (PemCertificate.read(nowCertificate, nowKey)) {
            case CertificateReading.Accepted it -> {
                certificate = nowCertificate;
                key = nowKey;
                if (served.swap(it.certificate())) {
                    log.info(
                            "admission webhook: presents the certificate of {}, valid until {}",
                            files.certificate(),
                            it.certificate().notAfter());
                }
            }
            case CertificateReading.Refused it -> {
                boolean ofKey = it.field().equals(CertificateReading.KEY);
                throw new CertificateTrouble((ofKey
                                ? "--validating-webhook-key " + files.key()
                                : "--validating-webhook-certificate " + files.certificate())
                        + ": " + it.problem());
            }
        }
    }

    private static byte[] read(String flag, Path file) throws CertificateTrouble {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException _) {
            throw new CertificateTrouble(flag + " " + file + ": no such file (expected: PEM)");
        } catch (AccessDeniedException _) {
            throw new CertificateTrouble(flag + " " + file + ": not readable (expected: PEM that we may read)");
        } catch (IOException unreadable) {
            throw new CertificateTrouble(flag + " " + file + ": " + unreadable.getMessage() + " (expected: PEM)");
        }
    }
}
