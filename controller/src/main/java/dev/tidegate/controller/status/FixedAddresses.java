package dev.tidegate.controller.status;

import java.util.List;

/// `--publish-status-address`: what the command line says.
public record FixedAddresses(List<StatusAddress> read) implements AddressSource {

    public FixedAddresses {
        read = StatusAddress.sorted(read.stream());
    }

    @Override
    public String describe() {
        return "--publish-status-address";
    }
}
