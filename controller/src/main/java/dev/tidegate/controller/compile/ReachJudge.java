package dev.tidegate.controller.compile;

import dev.tidegate.address.AddressRanges;
import dev.tidegate.address.IpAddress;
import dev.tidegate.controller.compile.Reach.Denied;
import dev.tidegate.controller.policy.ClientRanges;
import dev.tidegate.controller.policy.PolicyMode;
import dev.tidegate.gateway.table.Backend;
import dev.tidegate.gateway.table.ClientAccess;
import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.policy.traffic.Connection;
import dev.tidegate.policy.traffic.Party;
import dev.tidegate.policy.traffic.Pod;
import dev.tidegate.policy.traffic.Protocol;
import dev.tidegate.policy.verdict.Verdict;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Judges backends by one state, endpoint by endpoint. Pure; threads: one, for a compilation.
final class ReachJudge {

    private final PolicyState state;
    private final ClientRanges clients;

    ReachJudge(PolicyState state) {
        this.state = state;
        this.clients = new ClientRanges(state.policies(), state.population());
    }

    /// Shape: a backend as its Service has it, and its slices → what policies make of it.
    Reach judge(BackendRef ref, Backend backend, List<EndpointSlice> slices) {
        PolicyMode mode = state.modeOf(ref);
        boolean told = state.ownPod().isPresent() || mode == PolicyMode.ENFORCE;
        if (mode == PolicyMode.OFF || state.policies().isEmpty()) {
            return Reach.FREE;
        }
        Set<IpAddress> unknown = state.unknownPods(ref.service().namespace(), slices);
        List<Denied> denied = new ArrayList<>();
        List<AddressRanges> admitted = new ArrayList<>();
        for (Endpoint endpoint : backend.endpoints()) {
            IpAddress address = IpAddress.parse(endpoint.address()).orElseThrow();
            Party party = state.population().at(address);
            if (told) {
                denied(endpoint, party, unknown.contains(address)).ifPresent(denied::add);
            }
            if (mode == PolicyMode.CLIENT) {
                admitted.add(unknown.contains(address) ? AddressRanges.NONE : clients(party, endpoint.port()));
            }
        }
        ClientAccess access = admitted.stream().allMatch(AddressRanges.ALL::equals)
                ? ClientAccess.EVERYBODY
                : new ClientAccess(admitted);
        return denied.isEmpty() && access.isEverybody()
                ? Reach.FREE
                : new Reach(mode == PolicyMode.ENFORCE, denied, access, Optional.empty());
    }

    private Optional<Denied> denied(Endpoint endpoint, Party party, boolean unknown) {
        if (unknown) {
            return Optional.of(new Denied(endpoint, Optional.empty()));
        }
        Verdict verdict =
                state.policies().verdict(new Connection(state.gateway(), party, endpoint.port(), Protocol.TCP));
        return verdict.getsThrough() ? Optional.empty() : Optional.of(new Denied(endpoint, Optional.of(verdict)));
    }

    private AddressRanges clients(Party party, int port) {
        return party instanceof Pod pod ? clients.of(pod, port) : AddressRanges.ALL;
    }
}
