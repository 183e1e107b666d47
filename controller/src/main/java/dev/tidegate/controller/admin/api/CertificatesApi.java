package dev.tidegate.controller.admin.api;

import dev.tidegate.controller.view.CertificateView;
import dev.tidegate.controller.view.CertificateViews;
import dev.tidegate.tls.CertificateIndex;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `/api/certificates`: the default one first (host `*`), then that of each host that asks for one, read or not.
final class CertificatesApi {

    record CertificatesPage(
            int count,
            List<CertificateView> certificates,
            @Nullable String next) {}

    private CertificatesApi() {}

    static CertificatesPage page(Moment moment, Page.Asked asked) {
        CertificateViews views = moment.certificates();
        CertificateIndex index = moment.publication().certificates();
        Set<String> hosts = new HashSet<>(index.byHost().keySet());
        hosts.addAll(index.awaited().keySet());
        hosts.add("*");
        Page<String> page = Page.of(List.copyOf(hosts), host -> host, asked);
        return new CertificatesPage(
                hosts.size(),
                page.items().stream()
                        .map(host -> host.equals("*") ? views.ofDefault() : views.of(host))
                        .toList(),
                page.next());
    }
}
