package dev.tidegate.gateway.balance;

import dev.tidegate.gateway.table.CanaryRules;
import dev.tidegate.gateway.table.CanaryRules.HeaderRule;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Decides whether one request goes to a canary: the header, then the cookie, then chance; the first that has something
/// to say. Source: ingress-nginx.
public final class CanaryChoice {

    private CanaryChoice() {}

    public static boolean takes(CanaryRules rules, RequestView request, RandomGenerator random) {
        return rules.header()
                .flatMap(rule -> byHeader(rule, request.header(rule.name())))
                .or(() -> rules.cookie().flatMap(name -> alwaysOrNever(request.cookie(name))))
                .orElseGet(() -> random.nextInt(rules.total()) < rules.weight());
    }

    private static Optional<Boolean> byHeader(HeaderRule rule, @Nullable String value) {
        if (value == null) {
            return Optional.empty();
        }
        return switch (rule) {
            case HeaderRule.AlwaysOrNever _ -> alwaysOrNever(value);
            case HeaderRule.Equal it -> value.equals(it.value()) ? Optional.of(true) : Optional.empty();
            case HeaderRule.Matching it -> it.pattern().isIn(value) ? Optional.of(true) : Optional.empty();
            case HeaderRule.Unreadable _ -> Optional.of(false);
        };
    }

    private static Optional<Boolean> alwaysOrNever(@Nullable String value) {
        return switch (value) {
            case "always" -> Optional.of(true);
            case "never" -> Optional.of(false);
            case null, default -> Optional.empty();
        };
    }
}
