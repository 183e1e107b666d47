package dev.tidegate.controller.view;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.policy.PolicyManifest;
import dev.tidegate.policy.verdict.Suggestion;
import java.util.List;
import java.util.Map;

/// What would let the gateway reach a Service's pods. `items`: NetworkPolicies as `kubectl apply` takes them.
/// `obstacles`: why those are not enough; empty if they are. `notes`: what to know before applying them.
public record SuggestionsView(
        String service, List<Map<String, Object>> items, List<String> obstacles, List<String> notes) {

    public SuggestionsView {
        requireNonNull(service);
        items = List.copyOf(items);
        obstacles = List.copyOf(obstacles);
        notes = List.copyOf(notes);
    }

    public static SuggestionsView of(String service, List<Suggestion> suggestions) {
        return new SuggestionsView(
                service,
                suggestions.stream()
                        .flatMap(it -> it.policies().stream())
                        .map(PolicyManifest::of)
                        .toList(),
                suggestions.stream()
                        .flatMap(it -> it.obstacles().stream())
                        .distinct()
                        .toList(),
                suggestions.stream()
                        .flatMap(it -> it.notes().stream())
                        .distinct()
                        .toList());
    }
}
