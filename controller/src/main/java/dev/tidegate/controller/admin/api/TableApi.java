package dev.tidegate.controller.admin.api;

import dev.tidegate.controller.diagnostic.Spelling;
import dev.tidegate.controller.view.BackendView;
import dev.tidegate.controller.view.CertificateView;
import dev.tidegate.controller.view.HostView;
import dev.tidegate.controller.view.TableView;
import dev.tidegate.gateway.table.HostPattern;
import dev.tidegate.gateway.table.ResourceRef;
import dev.tidegate.gateway.table.VirtualHost;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `/api/table`, `/api/hosts` and `/api/hosts/{host}`.
final class TableApi {

    private static final int MOST_NEAR = 5;

    /// `hosts` and `backends`: how many the whole table has.
    record Size(int hosts, int backends) {}

    /// A part of the table, with the backends that its routes lead to.
    record TablePage(
            TableView table,
            Size size,
            List<HostView> hosts,
            List<BackendView> backends,
            @Nullable String next) {}

    record HostLine(String host, int routes, List<ResourceRef> ingresses) {}

    record HostsPage(
            TableView table,
            int count,
            List<HostLine> hosts,
            @Nullable String next) {}

    /// `certificate`: what a handshake for the host presents, whether or not the host asks for it.
    record HostPage(TableView table, HostView host, List<BackendView> backends, CertificateView certificate) {}

    private TableApi() {}

    static TablePage table(Moment moment, Page.Asked asked) {
        Page<VirtualHost> page = page(moment, asked);
        return new TablePage(
                moment.tableView(),
                new Size(
                        moment.table().hosts().size(), moment.table().backends().size()),
                page.items().stream().map(HostView::of).toList(),
                moment.backendsOf(page.items()),
                page.next());
    }

    static HostsPage hosts(Moment moment, Page.Asked asked) {
        Page<VirtualHost> page = page(moment, asked);
        return new HostsPage(
                moment.tableView(),
                moment.table().hosts().size(),
                page.items().stream().map(host -> line(moment, host)).toList(),
                page.next());
    }

    private static HostLine line(Moment moment, VirtualHost host) {
        return new HostLine(
                host.pattern().text(),
                host.routes().size(),
                moment.around().ingresses(host.pattern()).stream()
                        .filter(source -> source.kind().equals("Ingress"))
                        .toList());
    }

    private static Page<VirtualHost> page(Moment moment, Page.Asked asked) {
        return Page.of(
                moment.table().hosts().all().toList(), host -> host.pattern().text(), asked);
    }

    /// Shape: a host as manifests write it, `*` for rules without one. Fails: [ApiRefused] if there is none.
    static HostPage host(Moment moment, String asked) {
        String name = asked.toLowerCase(Locale.ROOT);
        HostPattern pattern = name.equals("*") ? HostPattern.ANY : HostPattern.parse(name);
        VirtualHost host = moment.table().hosts().get(pattern).orElseThrow(() -> unknown(moment, name));
        CertificateView certificate = pattern.equals(HostPattern.ANY)
                ? moment.certificates().ofDefault()
                : moment.certificates().of(name);
        return new HostPage(moment.tableView(), HostView.of(host), moment.backendsOf(List.of(host)), certificate);
    }

    private static ApiRefused unknown(Moment moment, String name) {
        Optional<String> taker = Optional.ofNullable(moment.table().hosts().find(name))
                .map(host -> host.pattern().text());
        List<String> near = Stream.concat(
                        taker.stream(),
                        moment.table()
                                .hosts()
                                .all()
                                .map(host -> host.pattern().text())
                                .filter(it -> Spelling.distance(it, name) <= Spelling.CLOSE)
                                .sorted())
                .distinct()
                .limit(MOST_NEAR)
                .toList();
        String taken = taker.map(it -> "; its requests go to host " + it).orElse("");
        return ApiRefused.of(404, "HostNotFound", "host " + name + " is not in the table" + taken, near);
    }
}
