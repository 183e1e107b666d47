package dev.tidegate.controller.annotation;

import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.policy.PolicyMode;
import java.util.List;
import java.util.Set;

/// `network-policy`: what the Ingress's routes make of network policies, instead of what the ConfigMap's key of the
/// same name says.
///
/// It decides access, so an Ingress with a word that is none is closed; and so is one that asks for a decision from a
/// Tidegate that was told not to read policies at all.
final class NetworkPolicyFamily implements AnnotationFamily {

    private static final String NAME = Settings.NETWORK_POLICY;

    @Override
    public Set<String> names() {
        return Set.of(NAME);
    }

    @Override
    public boolean decidesAccess() {
        return true;
    }

    @Override
    public Set<String> namesOnCanary() {
        return names();
    }

    @Override
    public List<Effect> read(ValueReader annotations, Settings settings) {
        if (annotations.text(NAME).isEmpty()) {
            return List.of();
        }
        PolicyMode mode = annotations.read(NAME, ValueType.POLICY_MODE).orElse(null);
        if (mode == null) {
            return List.of(new Effect.CloseAccess("the annotation " + NAME));
        }
        if (settings.policiesUnread() && mode != PolicyMode.OFF) {
            annotations.error(
                    NAME,
                    DiagnosticReason.INVALID_ANNOTATION,
                    mode.word() + " (expected: a controller without --network-policy=off, which reads no policies)");
            return mode == PolicyMode.EXPLAIN ? List.of() : List.of(new Effect.CloseAccess("the annotation " + NAME));
        }
        return List.of(new Effect.Heed(mode));
    }
}
