package dev.tidegate.controller.admin.api;

import dev.tidegate.controller.view.CertificateView;
import dev.tidegate.controller.view.CertificateViews;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `/api/certificates`: the default one first (host `*`), then that of each host that asks for one.
final class CertificatesApi {

    record CertificatesPage(
            int count,
            List<CertificateView> certificates,
            @Nullable String next) {}

    private CertificatesApi() {}

    static CertificatesPage page(Moment moment, Page.Asked asked) {
        CertificateViews views = moment.certificates();
        List<String> hosts =
                new ArrayList<>(moment.publication().certificates().byHost().keySet());
        hosts.add("*");
        Page<String> page = Page.of(hosts, host -> host, asked);
        return new CertificatesPage(
                hosts.size(),
                page.items().stream()
                        .map(host -> host.equals("*") ? views.ofDefault() : views.of(host))
                        .toList(),
                page.next());
    }
}
