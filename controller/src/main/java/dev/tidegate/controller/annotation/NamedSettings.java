package dev.tidegate.controller.annotation;

import dev.tidegate.controller.annotation.KnownNames.Known;
import dev.tidegate.controller.annotation.KnownNames.Rule;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Advice that names annotations, as `{custom-headers}`, and keys of the global ConfigMap, as
/// `{configmap/add-headers}`.
///
/// Whether those are honoured themselves is added here, so that no advice sends anybody from one refusal to the next
/// without a word, and none has to be written anew when a name comes to be honoured.
final class NamedSettings {

    private static final Pattern NAME = Pattern.compile("\\{(configmap/)?([a-z0-9-]+)}");

    private NamedSettings() {}

    /// Fails: [IllegalStateException] if it names something that nobody knows.
    static String spelledOut(String advice) {
        return NAME.matcher(advice).replaceAll(match -> Matcher.quoteReplacement(spelledOut(match)));
    }

    private static String spelledOut(MatchResult match) {
        boolean setting = match.group(1) != null;
        KnownNames names = setting ? KnownNames.SETTINGS : KnownNames.ANNOTATIONS;
        Known known = names.find(match.group(2))
                .orElseThrow(() -> new IllegalStateException("advice: " + match.group() + " (expected: a known name)"));
        String where = setting ? "the ConfigMap's " : "";
        boolean honoured = known.rule() == Rule.HONOURED || known.rule() == Rule.OWN;
        return where + known.name() + (honoured ? "" : " (not honoured yet)");
    }
}
