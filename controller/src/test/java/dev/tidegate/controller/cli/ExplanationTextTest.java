package dev.tidegate.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.explain.Answer;
import dev.tidegate.controller.explain.Asked;
import dev.tidegate.controller.explain.Explanation;
import dev.tidegate.controller.view.RecordView;
import dev.tidegate.controller.view.TableView;
import dev.tidegate.gateway.table.Provenance;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationTextTest {

    private static final Instant AT = Instant.parse("2026-06-01T12:00:00Z");
    private static final RecordView.Set ADDRESSES = new RecordView.Set("A", 300, List.of("192.0.2.1", "192.0.2.2"));

    private static String text(RecordView record) {
        Explanation explanation = new Explanation(
                new Asked("GET", "http://shop.example/", "shop.example", "/"),
                AT,
                TableView.of(Provenance.NONE),
                new Answer("gateway", 404, "no-host", "no Ingress rule names it"),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                0);
        StringWriter out = new StringWriter();
        new ExplanationText(new PrintWriter(out)).print(explanation.naming(Optional.of(record)));
        return out.toString();
    }

    @Test
    void records_that_stand_as_they_are_wanted() {
        assertThat(text(new RecordView(
                        "shop.example",
                        "in-place",
                        "it stands as it is wanted",
                        List.of(ADDRESSES),
                        List.of(ADDRESSES),
                        "us",
                        "ingress/shop/web",
                        AT,
                        true)))
                .endsWith("""
                      dns          shop.example: in-place, made at 2026-06-01T12:00:00Z: it stands as it is wanted
                                   wanted A 192.0.2.1 192.0.2.2 (300 s)
                                   found A 192.0.2.1 192.0.2.2 (300 s)
                                   owner us, for ingress/shop/web
                    """);
    }

    @Test
    void records_of_which_nothing_stands_and_records_that_nobody_has_read() {
        assertThat(text(new RecordView(
                        "shop.example", "pending", "soon", List.of(ADDRESSES), List.of(), null, null, null, false)))
                .endsWith("""
                      dns          shop.example: pending: soon
                                   wanted A 192.0.2.1 192.0.2.2 (300 s)
                                   found nothing
                    """);
        assertThat(text(new RecordView(
                        "shop.example", "unread", "away", List.of(ADDRESSES), null, null, null, null, false)))
                .endsWith("""
                      dns          shop.example: unread: away
                                   wanted A 192.0.2.1 192.0.2.2 (300 s)
                    """);
    }
}
