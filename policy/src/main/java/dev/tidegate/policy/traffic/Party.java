package dev.tidegate.policy.traffic;

import dev.tidegate.address.IpAddress;
import java.util.List;

/// One end of a connection.
public sealed interface Party permits Pod, Node, Outside {

    /// In order of preference; empty if none is known.
    List<IpAddress> addresses();

    /// What a person calls it: `pod shop/web-0`, `node n1`, `203.0.113.9`.
    String text();
}
