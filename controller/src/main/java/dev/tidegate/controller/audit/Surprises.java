package dev.tidegate.controller.audit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The surprising behaviours of ingress-nginx that are looked for, in the order in which they are told.
final class Surprises {

    static final List<SurpriseCheck> ALL = Stream.of(
                    PathSurprises.ALL, SharingSurprises.ALL, RequestSurprises.ALL, BackendSurprises.ALL)
            .flatMap(List::stream)
            .toList();

    private Surprises() {}

    static List<Surprise> in(Estate estate) {
        return ALL.stream()
                .map(check -> check.in(estate))
                .flatMap(Optional::stream)
                .toList();
    }
}
