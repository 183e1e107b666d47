package dev.tidegate.controller.compile;

import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.gateway.table.HostPattern;
import io.fabric8.kubernetes.api.model.networking.v1.IngressSpec;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// From the `tls` section to claims on certificates. It creates no route.
///
/// Source: Ingress v1 `tls`; ingress-nginx for an entry without hosts, which stands for the rule hosts that its
/// certificate covers.
final class TlsReader {

    private static final Pattern SECRET_NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");

    private final ObjectKey ingress;
    private final Set<HostPattern> ruleHosts;
    private final Findings findings;
    private final List<TlsClaim> claims = new ArrayList<>();

    TlsReader(ObjectKey ingress, Set<HostPattern> ruleHosts, Findings findings) {
        this.ingress = ingress;
        this.ruleHosts = ruleHosts;
        this.findings = findings;
    }

    List<TlsClaim> claims() {
        return claims;
    }

    void read(IngressSpec spec) {
        List<IngressTLS> entries = Lists.of(spec.getTls());
        for (int i = 0; i < entries.size(); i++) {
            entry(entries.get(i), "spec.tls[" + i + "]");
        }
    }

    private void entry(@Nullable IngressTLS entry, String field) {
        if (entry == null) {
            findings.error(field, DiagnosticReason.INVALID_FIELD, "null (expected: a tls entry)");
            return;
        }
        String secretField = field + ".secretName";
        String name = entry.getSecretName() == null ? "" : entry.getSecretName();
        if (!name.isEmpty() && !SECRET_NAME.matcher(name).matches()) {
            findings.error(secretField, DiagnosticReason.INVALID_FIELD, name + " (expected: the name of a Secret)");
            return;
        }
        Optional<ObjectKey> secret =
                name.isEmpty() ? Optional.empty() : Optional.of(new ObjectKey(ingress.namespace(), name));
        List<String> hosts = Lists.of(entry.getHosts());
        if (hosts.isEmpty() && secret.isPresent()) {
            ruleHosts.stream()
                    .filter(host -> !host.equals(HostPattern.ANY))
                    .forEach(
                            host -> claims.add(new TlsClaim(host.text(), secret, true, field + ".hosts", secretField)));
        }
        for (int i = 0; i < hosts.size(); i++) {
            explicit(hosts.get(i), secret, field + ".hosts[" + i + "]", secretField);
        }
    }

    private void explicit(@Nullable String host, Optional<ObjectKey> secret, String hostField, String secretField) {
        Optional<String> problem = host == null ? Optional.of("null (expected: a host)") : HostNames.problem(host);
        if (problem.isPresent() || host == null) {
            findings.error(hostField, DiagnosticReason.INVALID_FIELD, problem.orElse(""));
            return;
        }
        claims.add(new TlsClaim(host, secret, false, hostField, secretField));
    }
}
