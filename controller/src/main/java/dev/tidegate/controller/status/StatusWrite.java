package dev.tidegate.controller.status;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.snapshot.ObjectKey;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.List;

/// One change of one Ingress' status. `base`: the Ingress as it was when this was decided.
sealed interface StatusWrite {

    ObjectKey key();

    Ingress base();

    /// What will stand there.
    List<StatusAddress> addresses();

    /// Whether to write over what stands there now.
    boolean over(List<StatusAddress> standing);

    record Set(ObjectKey key, Ingress base, List<StatusAddress> addresses) implements StatusWrite {
        public Set {
            requireNonNull(key);
            requireNonNull(base);
            addresses = List.copyOf(addresses);
        }

        @Override
        public boolean over(List<StatusAddress> standing) {
            return !standing.equals(addresses);
        }
    }

    /// Takes back what we wrote, if it still stands there as we wrote it.
    record Clear(ObjectKey key, Ingress base, List<StatusAddress> ours) implements StatusWrite {
        public Clear {
            requireNonNull(key);
            requireNonNull(base);
            ours = List.copyOf(ours);
        }

        @Override
        public List<StatusAddress> addresses() {
            return List.of();
        }

        @Override
        public boolean over(List<StatusAddress> standing) {
            return !standing.isEmpty() && standing.equals(ours);
        }
    }
}
