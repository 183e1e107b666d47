package dev.tidegate.gateway.upstream;

import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.table.Protocol;

/// Makes the pool for an endpoint, by what is spoken to it.
public interface PoolFactory {
    EndpointPool create(Endpoint endpoint, Protocol protocol);
}
