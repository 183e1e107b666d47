package dev.tidegate.policy.traffic;

import static java.util.Objects.requireNonNull;

import dev.tidegate.address.IpAddress;
import java.util.List;

/// Whoever has this address and is neither a pod nor a node that we know.
public record Outside(IpAddress address) implements Party {
    public Outside {
        requireNonNull(address);
    }

    @Override
    public List<IpAddress> addresses() {
        return List.of(address);
    }

    @Override
    public String text() {
        return address.toString();
    }
}
