package dev.tidegate.controller.annotation;

import dev.tidegate.gateway.table.AnswerRules;
import dev.tidegate.gateway.table.Hsts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The keys of the global ConfigMap that say what all answers bear, and what none does.
final class AnswerSettings {

    private static final String HSTS = "hsts";
    private static final String HSTS_MAX_AGE = "hsts-max-age";
    private static final String HSTS_SUBDOMAINS = "hsts-include-subdomains";
    private static final String HSTS_PRELOAD = "hsts-preload";
    private static final String HIDE = "hide-headers";
    private static final String KEEP_SERVER = "allow-backend-server-header";

    static final Set<String> KEYS = Set.of(HSTS, HSTS_MAX_AGE, HSTS_SUBDOMAINS, HSTS_PRELOAD, HIDE, KEEP_SERVER);

    private static final long A_YEAR_SECONDS = 31_536_000;

    static final AnswerRules DEFAULT =
            AnswerRules.of(Optional.of(Hsts.of(A_YEAR_SECONDS, true, false)), List.of(), false);

    private AnswerSettings() {}

    static AnswerRules read(ValueReader values) {
        boolean told = values.read(HSTS, ValueType.BOOLEAN).orElse(true);
        Hsts hsts = Hsts.of(
                values.read(HSTS_MAX_AGE, ValueType.NUMBER).orElse(A_YEAR_SECONDS),
                values.read(HSTS_SUBDOMAINS, ValueType.BOOLEAN).orElse(true),
                values.read(HSTS_PRELOAD, ValueType.BOOLEAN).orElse(false));
        String hidden = values.read(HIDE, ValueType.HEADER_NAMES).orElse("");
        return AnswerRules.of(
                told ? Optional.of(hsts) : Optional.empty(),
                names(hidden),
                values.read(KEEP_SERVER, ValueType.BOOLEAN).orElse(false));
    }

    private static List<String> names(String list) {
        return List.of(list.split(",")).stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
