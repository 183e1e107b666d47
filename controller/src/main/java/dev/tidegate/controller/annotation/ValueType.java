package dev.tidegate.controller.annotation;

import dev.tidegate.address.Cidr;
import dev.tidegate.controller.policy.PolicyMode;
import dev.tidegate.gateway.table.RequestText;
import dev.tidegate.gateway.table.RoutePolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One small language of values: how a text is read, and what people are told to write instead.
///
/// Shape: trimmed, non-empty text → the value, or empty if it is none. Source: ingress-nginx, "How annotations are
/// read": booleans as Go's ParseBool, numbers without units, sizes with an optional `k`, `m` or `g`.
record ValueType<T>(String expected, Function<String, Optional<T>> parser) {

    static final ValueType<Boolean> BOOLEAN = new ValueType<>("true or false", ValueType::bool);

    static final ValueType<Duration> SECONDS =
            new ValueType<>("whole seconds without a unit, at least 1", ValueType::seconds);

    /// As Go's `ParseDuration` has it, without fractions.
    static final ValueType<Duration> SHORT_TIME =
            new ValueType<>("a time such as 5s, 500ms or 1m30s, at most 60m", ValueType::shortTime);

    static final ValueType<RoutePolicy.BodyLimit> BODY_SIZE =
            new ValueType<>("a size such as 512k, 8m or 1g, or 0 for no limit", ValueType::bodySize);

    static final ValueType<Integer> REDIRECT_STATUS = new ValueType<>(
            "301, 302, 307 or 308",
            text -> Optional.of(text)
                    .filter(it -> List.of("301", "302", "307", "308").contains(it))
                    .map(Integer::valueOf));

    static final ValueType<String> HEADER_NAME = new ValueType<>(
            "the name of a header", text -> Optional.of(text).filter(it -> it.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")));

    static final ValueType<List<Cidr>> CIDRS =
            new ValueType<>("addresses or CIDRs, separated by commas", ValueType::cidrs);

    static final ValueType<PolicyMode> POLICY_MODE = new ValueType<>(PolicyMode.EXPECTED, PolicyMode::parse);

    static final ValueType<Integer> COUNT = new ValueType<>(
            "a whole number, at least 1",
            text -> Optional.of(text)
                    .filter(it -> it.matches("\\+?\\d{1,9}"))
                    .map(Integer::valueOf)
                    .filter(it -> it > 0));

    static final ValueType<Integer> WEIGHT = new ValueType<>(
            "a whole number, at least 0",
            text -> Optional.of(text).filter(it -> it.matches("\\+?\\d{1,9}")).map(Integer::valueOf));

    static final ValueType<String> COOKIE_NAME =
            matching("at most 128 letters, digits and - . _ ~ / :", "[A-Za-z0-9\\-._~/:]{1,128}");

    static final ValueType<RequestText> REQUEST_TEXT = new ValueType<>(RequestText.EXPECTED, RequestText::parse);

    static final ValueType<String> ALGORITHM = matching("round_robin or ewma", "round_robin|ewma");

    private static final Pattern TIME = Pattern.compile("(?:(\\d{1,2})m)?(?:(\\d{1,4})s)?(?:(\\d{1,6})ms)?");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,18})([bkmgBKMG]?)");

    /// Texts of this form, as they stand. `form`: ours, never a tenant's.
    static ValueType<String> matching(String expected, String form) {
        Pattern pattern = Pattern.compile(form);
        return new ValueType<>(
                expected,
                text -> Optional.of(text).filter(it -> pattern.matcher(it).matches()));
    }

    Optional<T> parse(String text) {
        return parser.apply(text);
    }

    private static Optional<Boolean> bool(String text) {
        return switch (text) {
            case "1", "t", "T", "true", "True", "TRUE" -> Optional.of(true);
            case "0", "f", "F", "false", "False", "FALSE" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Duration> seconds(String text) {
        return text.matches("\\+?\\d{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(text))).filter(Duration::isPositive)
                : Optional.empty();
    }

    private static Optional<Duration> shortTime(String text) {
        Matcher time = TIME.matcher(text);
        return time.matches()
                ? Optional.of(Duration.ofMinutes(part(time, 1))
                                .plusSeconds(part(time, 2))
                                .plusMillis(part(time, 3)))
                        .filter(it -> it.isPositive() && it.compareTo(Duration.ofHours(1)) <= 0)
                : Optional.empty();
    }

    private static long part(Matcher time, int group) {
        return time.group(group) == null ? 0 : Long.parseLong(time.group(group));
    }

    private static Optional<RoutePolicy.BodyLimit> bodySize(String text) {
        Matcher size = SIZE.matcher(text);
        if (!size.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(size.group(1));
        int shift =
                switch (size.group(2)) {
                    case "k", "K" -> 10;
                    case "m", "M" -> 20;
                    case "g", "G" -> 30;
                    default -> 0;
                };
        if (number > Long.MAX_VALUE >> shift) {
            return Optional.empty();
        }
        return Optional.of(number == 0 ? RoutePolicy.BodyLimit.UNLIMITED : new RoutePolicy.BodyLimit(number << shift));
    }

    private static Optional<List<Cidr>> cidrs(String text) {
        List<Cidr> ranges = new ArrayList<>();
        for (String item : text.split(",")) {
            Optional<Cidr> range = Cidr.parse(item.trim());
            if (range.isEmpty()) {
                return Optional.empty();
            }
            ranges.add(range.get());
        }
        return Optional.of(List.copyOf(ranges));
    }
}
