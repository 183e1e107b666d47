package dev.tidegate.controller.audit;

import dev.tidegate.controller.annotation.AnnotationVerdict;
import dev.tidegate.controller.annotation.AnnotationVerdict.Outcome;

/// An audit as one HTML file that needs nothing else: no script, no picture, nothing to fetch, which its own
/// policy says too. What objects hold is text in it, whatever it looks like.
public final class AuditHtml {

    private static final String HEAD = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Tidegate audit</title>
        <style>
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1c2530; }
        h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin-top: 2.5rem; } h3 { font-size: 1rem; margin-bottom: .3rem; }
        table { border-collapse: collapse; width: 100%; } td, th { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; }
        tr { border-top: 1px solid #dde3ea; } td { overflow-wrap: anywhere; }
        code { font-size: .9em; background: #f1f4f7; padding: 0 .25em; border-radius: 3px; }
        .same { color: #1a7f4b; } .differs { color: #9a6700; } .refused { color: #b42318; }
        .small { color: #5b6775; font-size: .9rem; }
        @media (prefers-color-scheme: dark) {
        body { background: #14181d; color: #dfe5ec; } code { background: #232a32; } tr { border-color: #2d3640; }
        .same { color: #5bd08f; } .differs { color: #e3b341; } .refused { color: #ff7b72; } .small { color: #9aa7b5; }
        }
        </style>
        </head>
        <body>
        """;

    private final Markup page = new Markup();

    private AuditHtml() {}

    public static String of(Audit audit) {
        AuditHtml html = new AuditHtml();
        html.page.element("h1", "", "Tidegate audit");
        html.page.element("p", "", AuditText.summary(audit));
        html.refusedNames(audit);
        html.page.element("h2", "", "Ingresses");
        audit.ingresses().forEach(html::ingress);
        html.surprises(audit);
        html.others(audit);
        return HEAD + html.page + "</body>\n</html>\n";
    }

    private void refusedNames(Audit audit) {
        if (audit.refusedNames().isEmpty()) {
            return;
        }
        page.element("h2", "", "Refused").open("table", "");
        audit.refusedNames()
                .forEach((name, count) -> page.open("tr", "")
                        .open("td", "")
                        .element("code", "", name)
                        .close("td")
                        .element("td", "", count + (count == 1 ? " Ingress" : " Ingresses"))
                        .close("tr"));
        page.close("table");
    }

    private void ingress(Audit.Judged it) {
        page.open("h3", "")
                .text(it.ingress().path() + " ")
                .element("span", it.outcome().word(), it.outcome().word())
                .close("h3");
        if (!it.hosts().isEmpty()) {
            page.element("p", "small", String.join(", ", it.hosts()));
        }
        if (!it.verdicts().isEmpty()) {
            page.open("table", "");
            for (Outcome outcome : new Outcome[] {Outcome.REFUSED, Outcome.DIFFERS, Outcome.SAME}) {
                it.verdicts().stream()
                        .filter(verdict -> verdict.outcome() == outcome)
                        .forEach(this::row);
            }
            page.close("table");
        }
    }

    private void row(AnnotationVerdict verdict) {
        String word = verdict.outcome().word();
        page.open("tr", "")
                .element("td", word, word)
                .open("td", "")
                .element("code", "", verdict.name())
                .element("span", "small", " " + verdict.value())
                .close("td")
                .element("td", "", verdict.how())
                .close("tr");
    }

    private void surprises(Audit audit) {
        if (audit.surprises().isEmpty()) {
            return;
        }
        page.element("h2", "", "What surprises about ingress-nginx, and what relies on it here");
        for (Surprise surprise : audit.surprises()) {
            page.element("h3", "", surprise.id())
                    .element("p", "", surprise.behaviour())
                    .element("p", "small", "To do: " + surprise.check())
                    .open("ul", "");
            surprise.where().forEach(where -> page.element("li", "", where));
            page.close("ul");
        }
    }

    private void others(Audit audit) {
        if (audit.others().isEmpty()) {
            return;
        }
        page.element("h2", "", "Not looked at, being of other classes").open("ul", "");
        audit.others().forEach((name, count) -> page.element("li", "", AuditText.other(name, count)));
        page.close("ul");
    }
}
