package dev.tidegate.tls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/// The DNS names that a certificate is for: its subject alternative names, or its common name where it has none.
///
/// Source: RFC 9525 §6.3 for wildcards (the whole left-most label, exactly one label).
public record CertificateNames(List<String> names) {

    public CertificateNames {
        names = List.copyOf(names);
    }

    static CertificateNames of(X509Certificate leaf) {
        try {
            if (leaf.getSubjectAlternativeNames() == null) {
                return new CertificateNames(commonName(leaf));
            }
            return new CertificateNames(leaf.getSubjectAlternativeNames().stream()
                    .filter(name -> Objects.equals(name.getFirst(), 2))
                    .map(name -> ((String) name.get(1)).toLowerCase(Locale.ROOT))
                    .toList());
        } catch (CertificateParsingException unreadable) {
            return new CertificateNames(List.of());
        }
    }

    /// Shape: a host as a manifest writes it (`a.example`, `*.example`) → is every name it stands for covered?
    public boolean cover(String host) {
        int dot = host.indexOf('.');
        String wildcard = dot > 0 ? "*" + host.substring(dot) : host;
        return names.contains(host) || names.contains(wildcard);
    }

    private static List<String> commonName(X509Certificate leaf) {
        try {
            return new LdapName(leaf.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                            .map(rdn -> rdn.getValue().toString().toLowerCase(Locale.ROOT))
                            .toList();
        } catch (InvalidNameException unreadable) {
            return List.of();
        }
    }
}
