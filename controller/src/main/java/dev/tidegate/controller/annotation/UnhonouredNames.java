package dev.tidegate.controller.annotation;

import dev.tidegate.controller.annotation.KnownNames.Known;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is set and not honoured: said, always, with why and with what to say instead where that is known; and where it
/// decides access, reported so that the caller can close.
///
/// A value that switches its feature off (`false`), or that asks for what we do anyway, needs no word.
record UnhonouredNames(KnownNames known, DiagnosticReason reason, AdviceBook book) {

    /// Names of which there is nothing to say but that they are not honoured.
    UnhonouredNames(KnownNames known, DiagnosticReason reason) {
        this(known, reason, AdviceBook.NONE);
    }

    /// nginx directives that let some in and keep others out; besides them, `return 4xx` is how people write it.
    private static final Set<String> ACCESS_DIRECTIVES = Set.of(
            "allow",
            "deny",
            "satisfy",
            "internal",
            "limit_except",
            "secure_link",
            "valid_referers",
            "ssl_verify_client");

    /// Shape: the values of one object → the names among them that decide access, in order.
    List<String> report(ValueReader values, Set<String> honoured) {
        List<String> closing = new ArrayList<>();
        for (String name : values.names()) {
            if (!honoured.contains(name)) {
                report(name, values, closing);
            }
        }
        return closing;
    }

    private void report(String name, ValueReader values, List<String> closing) {
        String value = values.text(name).orElse("");
        Optional<Known> found = known.find(name);
        if (found.isEmpty()) {
            String meant =
                    known.nearest(name).map(it -> "; did you mean " + it + "?").orElse("");
            values.warning(name, reason, "unknown: " + name + meant);
            return;
        }
        Known it = found.get();
        if (it.asksForNothing(value)) {
            return;
        }
        if (decidesAccess(name, value)) {
            values.error(name, reason, closing(it, value));
            closing.add(name);
        } else if (it.rule() == KnownNames.Rule.RETIRED) {
            values.warning(name, reason, "retired by ingress-nginx itself: " + name + advice(it, value));
        } else {
            String outlook = book.find(name).isPresent() ? "not honoured: " : "not honoured yet: ";
            values.warning(name, reason, outlook + name + advice(it, value));
        }
    }

    private String closing(Known it, String value) {
        return book.find(it.name()).isPresent()
                ? "not honoured, and it decides access, so closed: " + it.name() + advice(it, value)
                : "not honoured yet, and it decides access: " + it.name() + "; closed until it is";
    }

    /// `: requests are not split between Services; instead: …`
    private String advice(Known it, String value) {
        return book.find(it.name())
                .map(advice -> ": " + advice.why() + "; instead: " + instead(it, advice, value))
                .orElse("");
    }

    /// A snippet is told by what stands in it.
    private static String instead(Known it, Advice advice, String value) {
        return it.group().equals("snippet") && !it.name().startsWith("modsecurity")
                ? SnippetAdvice.of(value)
                : advice.instead();
    }

    /// Whether what stands under this name lets some in and keeps others out.
    boolean decidesAccess(String name, String value) {
        return known.find(name)
                .map(it -> switch (it.rule()) {
                    case ACCESS -> true;
                    case SNIPPET -> decidesAccess(value);
                    case PLAIN, RETIRED, HONOURED, OWN -> false;
                })
                .orElse(false);
    }

    private static boolean decidesAccess(String snippet) {
        String before = "";
        for (String word : snippet.split("[^A-Za-z0-9_]+")) {
            boolean turnsAway = before.equals("return") && word.startsWith("4");
            if (turnsAway || isAccessDirective(word)) {
                return true;
            }
            before = word;
        }
        return false;
    }

    private static boolean isAccessDirective(String word) {
        return ACCESS_DIRECTIVES.contains(word)
                || word.startsWith("auth_")
                || word.startsWith("access_by_lua")
                || word.startsWith("modsecurity");
    }
}
