package dev.tidegate.controller.doctor;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.policy.Population;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.policy.traffic.Pod;
import java.util.List;
import java.util.Optional;

/// The pods that Tidegate runs in, as far as they can be told: the one that the environment names, else those with the
/// labels of the chart.
public record OwnPods(List<Pod> pods) {

    private static final String NAME = "app.kubernetes.io/name";

    public OwnPods {
        pods = List.copyOf(pods);
    }

    /// `self`: by the downward API.
    public static OwnPods in(Population population, Optional<ObjectKey> self) {
        requireNonNull(self);
        Optional<Pod> named = self.flatMap(population::pod);
        return new OwnPods(
                named.isPresent()
                        ? List.of(named.get())
                        : population.inOrder().stream()
                                .filter(it -> "tidegate".equals(it.labels().get(NAME)))
                                .toList());
    }

    /// The gateways themselves are alike, so that one stands for all.
    Optional<Pod> one() {
        return pods.stream().findFirst();
    }
}
