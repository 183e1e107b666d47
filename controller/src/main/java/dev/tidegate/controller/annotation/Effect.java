package dev.tidegate.controller.annotation;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.policy.PolicyMode;
import dev.tidegate.gateway.table.Protocol;
import dev.tidegate.gateway.table.RoutePolicy;

/// What an annotation family asks for.
sealed interface Effect {

    /// A policy on each of the Ingress's routes.
    record Enforce(RoutePolicy policy) implements Effect {
        public Enforce {
            requireNonNull(policy);
        }
    }

    record RedirectToHttps(RedirectRule rule) implements Effect {
        public RedirectToHttps {
            requireNonNull(rule);
        }
    }

    /// `/` of its hosts is sent to this path.
    record RootAt(String path) implements Effect {

        public RootAt {
            requireNonNull(path);
        }
    }

    record MatchByRegex(RegexRule rule) implements Effect {
        public MatchByRegex {
            requireNonNull(rule);
        }
    }

    record RewriteTo(RewriteRule rule) implements Effect {
        public RewriteTo {
            requireNonNull(rule);
        }
    }

    /// `name` is the protocol as the annotation writes it, lower case: part of the backend's identity.
    record Speak(Protocol protocol, String name) implements Effect {
        public Speak {
            requireNonNull(protocol);
            requireNonNull(name);
        }
    }

    /// The Ingress is a canary of another.
    record BeCanary(CanaryRule rule) implements Effect {
        public BeCanary {
            requireNonNull(rule);
        }
    }

    /// What its routes make of network policies.
    record Heed(PolicyMode mode) implements Effect {
        public Heed {
            requireNonNull(mode);
        }
    }

    /// Access cannot be decided, so nobody comes in; `cause` names what asked for a decision.
    record CloseAccess(String cause) implements Effect {
        public CloseAccess {
            requireNonNull(cause);
        }
    }
}
