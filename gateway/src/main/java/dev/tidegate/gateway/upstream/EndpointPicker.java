package dev.tidegate.gateway.upstream;

import dev.tidegate.gateway.table.Endpoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says where a request goes next. Threads: the event loop of the pools.
public interface EndpointPicker {

    /// Passes over endpoints that were tried, or may not be; null if none is left.
    @Nullable
    EndpointPool pick(List<Endpoint> tried);
}
