package dev.tidegate.controller.annotation;

import dev.tidegate.address.Cidr;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.gateway.table.SourceRanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// `allowlist-source-range`, its older name `whitelist-source-range`, and `denylist-source-range`: whose requests are
/// served, by address. A list of the Ingress's own replaces that of the global ConfigMap; `block-cidrs` of the latter
/// is never replaced.
///
/// A list that cannot be read lets nobody in.
final class SourceRangeFamily implements AnnotationFamily {

    static final String ALLOW = "allowlist-source-range";
    static final String ALLOW_ALIAS = "whitelist-source-range";
    static final String DENY = "denylist-source-range";
    static final String BLOCK = "block-cidrs";

    @Override
    public Set<String> names() {
        return Set.of(ALLOW, ALLOW_ALIAS, DENY);
    }

    @Override
    public boolean decidesAccess() {
        return true;
    }

    @Override
    public List<Effect> read(ValueReader annotations, Settings settings) {
        String allow = annotations.text(ALLOW).isPresent() ? ALLOW : ALLOW_ALIAS;
        List<Effect> effects = new ArrayList<>();
        SourceRanges global = settings.sourceRanges();
        List<Cidr> allowed = list(annotations, allow, global.allowed(), effects);
        List<Cidr> denied = list(annotations, DENY, global.denied(), effects);
        tellOverruled(annotations);
        SourceRanges ranges = new SourceRanges(
                Stream.concat(settings.blocked().stream(), denied.stream()).toList(),
                allowed.containsAll(ForwardingSettings.EVERYBODY) ? List.of() : allowed);
        if (!ranges.isAnybody()) {
            effects.add(new Effect.Enforce(ranges));
        }
        return effects;
    }

    private static List<Cidr> list(ValueReader annotations, String name, List<Cidr> global, List<Effect> effects) {
        if (annotations.text(name).isEmpty()) {
            return global;
        }
        Optional<List<Cidr>> own = annotations.read(name, ValueType.CIDRS);
        if (own.isEmpty()) {
            effects.add(new Effect.CloseAccess("the annotation " + name));
        }
        return own.orElse(List.of());
    }

    private static void tellOverruled(ValueReader annotations) {
        Optional<String> alias = annotations.text(ALLOW_ALIAS);
        if (annotations.text(ALLOW).isPresent() && alias.isPresent() && !alias.equals(annotations.text(ALLOW))) {
            annotations.warning(
                    ALLOW_ALIAS, DiagnosticReason.INVALID_ANNOTATION, alias.get() + " (overruled by " + ALLOW + ")");
        }
    }
}
