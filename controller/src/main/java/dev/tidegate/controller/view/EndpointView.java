package dev.tidegate.controller.view;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.compile.EndpointState;
import dev.tidegate.controller.compile.Reach;
import dev.tidegate.policy.verdict.Outcome;
import dev.tidegate.policy.verdict.Telling;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An address behind a backend. `state`: `ready`, `terminating` or `not-ready`; `taken`: whether new requests go
/// there; `pod`: absent where it is not known. `denied`: why network policies keep the gateway from it, in a line, be
/// that heeded or not; absent where they do not. `verdict`: the same in its parts, where it could be judged.
public record EndpointView(
        String address,
        String state,
        boolean taken,
        @Nullable String pod,
        @Nullable String denied,
        @Nullable VerdictView verdict) {
    public EndpointView {
        requireNonNull(address);
        requireNonNull(state);
    }

    static EndpointView of(EndpointState state) {
        return new EndpointView(
                state.endpoint().text(),
                state.condition().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                state.taken(),
                state.pod().isEmpty() ? null : state.pod(),
                state.denied().map(EndpointView::why).orElse(null),
                state.denied()
                        .flatMap(Reach.Denied::verdict)
                        .map(VerdictView::of)
                        .orElse(null));
    }

    private static String why(Reach.Denied denied) {
        return denied.verdict()
                .map(verdict -> verdict.judgements().stream()
                        .filter(judgement -> judgement.outcome() == Outcome.DENIED)
                        .map(judgement -> Telling.of(verdict.connection(), judgement))
                        .collect(Collectors.joining("; ")))
                .orElse("the labels of its pod are not known, so whether policies isolate it is not either");
    }
}
