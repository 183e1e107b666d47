package dev.tidegate.policy.verdict;

import static java.util.Objects.requireNonNull;

import dev.tidegate.address.Cidr;
import dev.tidegate.policy.rule.LabelSelector;
import dev.tidegate.policy.rule.PeerClause;
import dev.tidegate.policy.rule.PortClause;
import java.util.List;

/// A rule that would have allowed a denied connection, but for one thing.
public record NearMiss(Clause clause, Miss miss) {
    public NearMiss {
        requireNonNull(clause);
        requireNonNull(miss);
    }

    /// The one thing; the nearest first.
    public sealed interface Miss {

        /// The peer is let in, at other ports than this.
        record Port(List<PortClause> open) implements Miss {
            public Port {
                open = List.copyOf(open);
            }
        }

        /// The labels of the peer are those asked for, its namespace is another.
        record OtherNamespace(PeerClause.Pods asked) implements Miss {
            public OtherNamespace {
                requireNonNull(asked);
            }
        }

        /// The namespace of the peer is the one asked for, its labels are others.
        record Labels(LabelSelector asked) implements Miss {
            public Labels {
                requireNonNull(asked);
            }
        }

        /// The address of the peer is in the range, and in what is taken out of it.
        record Excepted(Cidr exception) implements Miss {
            public Excepted {
                requireNonNull(exception);
            }
        }

        /// The rule asks for addresses, and none of the peer's is known.
        record NoAddress() implements Miss {}

        /// The rule asks for pods, and the peer is on its node's network, where nobody sees a pod.
        record HostNetwork() implements Miss {}

        /// The rule matches, in a policy of the namespace that does not mean the pod.
        record OtherPod(LabelSelector selector) implements Miss {
            public OtherPod {
                requireNonNull(selector);
            }
        }
    }
}
