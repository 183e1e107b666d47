package dev.tidegate.controller.admin.api;

import dev.tidegate.controller.compile.ServicePod;
import dev.tidegate.controller.compile.ServicePods;
import dev.tidegate.controller.publish.Round;
import java.util.List;
import java.util.Optional;

/// The replicas of this controller: the pods behind the Service of `--publish-service`, as they are known now.
///
/// Nothing is asked of the API server for it, as that Service's slices are watched anyway. Threads: any.
final class Replicas {

    private final ApiState state;

    Replicas(ApiState state) {
        this.state = state;
    }

    /// The name of this pod; empty if nobody said.
    String self() {
        return state.scope().pod();
    }

    boolean known() {
        return state.publishService().isPresent();
    }

    /// All but this one, in order of name.
    List<ServicePod> others() {
        return pods().stream().filter(pod -> !pod.pod().equals(self())).toList();
    }

    Optional<ServicePod> ownPod() {
        return pods().stream().filter(pod -> pod.pod().equals(self())).findFirst();
    }

    private List<ServicePod> pods() {
        Optional<Round> round = state.lastRound().get();
        return state.publishService()
                .filter(_ -> round.isPresent())
                .map(service -> ServicePods.of(
                        round.orElseThrow().snapshot(), service, state.options().loopbackEndpoints()))
                .orElse(List.of());
    }
}
