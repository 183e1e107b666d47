package dev.tidegate.controller.annotation;

import dev.tidegate.controller.annotation.KnownNames.Known;
import dev.tidegate.controller.annotation.KnownNames.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The page of all annotations, made of the same data that decides what is said of them.
record AnnotationTable(Map<String, Proof> proofs) {

    /// Other names of two of the 136.
    private static final Set<String> ALIASES = Set.of("whitelist-source-range", "limit-whitelist");

    /// `files`: from the top of the checkout. `page`: of `docs/annotations`, or empty.
    record Proof(List<String> files, String page) {
        static final Proof NONE = new Proof(List.of(), "");
    }

    Proof proof(String name) {
        return proofs.getOrDefault(name, Proof.NONE);
    }

    String markdown() {
        StringBuilder page = new StringBuilder(HEAD);
        page.append(totals());
        groups().forEach((group, names) -> {
            page.append("\n## ").append(group).append("\n\n");
            page.append("| Annotation | What becomes of it | Shown by |\n|---|---|---|\n");
            names.forEach(name -> page.append(row(name)));
        });
        return page.toString();
    }

    private static final String HEAD = """
        # Annotations

        What becomes of each annotation of ingress-nginx 1.15. All are read under `nginx.ingress.kubernetes.io/` (or the prefix of
        `--annotations-prefix`), and under `tidegate.dev/`, which is the stronger one.

        - **in effect**: it does what it does with ingress-nginx.
        - **differs**: it is in effect, but for what stands beside it.
        - **accepted**: there is nothing to do for it, and nothing is said.
        - **refused**: it is not in effect, and whoever sets it is told so, with why and with what to say instead: by a diagnostic
          in the log, in `lint`, `explain` and the [webhook](../webhook.md), by an Event beside the Ingress, and by the metric
          `tidegate_refused_annotations{annotation}`. A value that switches the feature off needs no word.
        - **refused, closes**: it decides who may come in, so the routes of its Ingress answer 503 until it is taken away; a
          snippet does so if one of its directives lets some in and keeps others out.

        A [snippet](../../controller/src/test/golden/snippets.story) is never evaluated. It is taken apart, and each directive in
        it is told with the typed setting that does the same.

        [`audit`](../audit.md) says the same of your own Ingresses, one by one.

        This page is made of the program's own data, and a test holds it to that: `-Dgolden=write` writes it anew.

        """;

    private String totals() {
        long effective = count(it -> it.rule() == Rule.HONOURED);
        long differs = count(
                it -> it.rule() == Rule.HONOURED && Differences.find(it.name()).isPresent());
        long accepted = count(it -> it.rule() != Rule.HONOURED && it.asIs().equals("*"));
        long all = count(_ -> true);
        return "**In effect: " + effective + " of " + all + "**, " + differs + " of them with a difference. Accepted: "
                + accepted + ". Refused: " + (all - effective - accepted) + ".\n";
    }

    private static long count(Predicate<Known> which) {
        return known().stream()
                .filter(it -> it.rule() != Rule.RETIRED && it.rule() != Rule.OWN && !ALIASES.contains(it.name()))
                .filter(which)
                .count();
    }

    private static List<Known> known() {
        return KnownNames.ANNOTATIONS.names().stream()
                .map(name -> KnownNames.ANNOTATIONS.find(name).orElseThrow())
                .toList();
    }

    private static Map<String, List<Known>> groups() {
        Map<String, List<Known>> groups = new LinkedHashMap<>();
        known().stream()
                .filter(it -> it.rule() != Rule.OWN)
                .forEach(it -> groups.computeIfAbsent(it.group(), _ -> new ArrayList<>())
                        .add(it));
        return groups;
    }

    private String row(Known known) {
        return "| `" + known.name() + "` | " + outcome(known).replace("|", "\\|") + " | " + shownBy(known) + " |\n";
    }

    private String outcome(Known known) {
        if (known.rule() == Rule.HONOURED) {
            String page = proof(known.name()).page();
            String link = page.isEmpty() ? "" : ", [" + page.replace(".md", "") + "](" + page + ")";
            return Differences.find(known.name())
                    .map(how -> "**differs**" + link + ": " + how)
                    .orElse("**in effect**" + link);
        }
        if (known.asIs().equals("*")) {
            return "**accepted**";
        }
        Advice advice = AdviceBook.ANNOTATIONS.find(known.name()).orElseThrow();
        String refusal =
                switch (known.rule()) {
                    case ACCESS -> "**refused, closes**: ";
                    case RETIRED -> "**refused**, retired by ingress-nginx itself: ";
                    case SNIPPET, PLAIN, HONOURED, OWN -> "**refused**: ";
                };
        String asIs = known.asIs().isEmpty() ? "" : " (`" + known.asIs() + "` is what happens)";
        return refusal + advice.why() + asIs + "; instead: " + advice.instead();
    }

    private String shownBy(Known known) {
        return known.rule() != Rule.HONOURED
                ? ""
                : proof(known.name()).files().stream()
                        .map(file -> "[" + name(file) + "](../../" + file + ")")
                        .collect(Collectors.joining(", "));
    }

    private static String name(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
    }
}
