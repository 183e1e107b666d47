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

    static final ValueType<Integer> PERMANENT_CODE = statuses(300, 308);

    static final ValueType<Integer> TEMPORAL_CODE = statuses(300, 307);

    /// What may stand in a URL (RFC 3986 §2), which is neither a space nor a control character.
    private static final String URL = "[A-Za-z0-9\\-._~:/?#\\[\\]@!&'()*+,;=%]*";

    private static final Pattern ABSOLUTE = Pattern.compile("https?://[A-Za-z0-9\\[]" + URL);
    private static final Pattern TARGET = Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:|/|[A-Za-z0-9._~?#-])" + URL);
    private static final Pattern ROOTED = Pattern.compile("/(?!/)[A-Za-z0-9\\-._~:/@!&'()*+,;=%?#]*");

    static final ValueType<String> ABSOLUTE_URL =
            matching(ABSOLUTE, "a URL with http:// or https://, without variables");

    static final ValueType<String> REDIRECT_TARGET = matching(TARGET, "a URL or a path, without variables");

    static final ValueType<String> ROOTED_PATH = matching(ROOTED, "a path with a leading /, not a URL");

    static final ValueType<String> METHODS =
            matching(Pattern.compile("[A-Za-z]+(?: *, *[A-Za-z]+)*,?|\\*"), "methods, separated by commas");

    static final ValueType<String> HEADER_NAMES = matching(
            Pattern.compile("[A-Za-z0-9_-]+(?: *, *[A-Za-z0-9_-]+)*,?|\\*"), "names of headers, separated by commas");

    /// Two words of what may stand in a URL: what is replaced, and by what.
    static final ValueType<List<String>> PAIR = new ValueType<>(
            "off, or two words: what is replaced, and by what; without variables and expressions",
            text -> text.matches("[A-Za-z0-9._:/,?&=-]+ +[A-Za-z0-9._~:/,?&=-]+")
                    ? Optional.of(List.of(text.split(" +")))
                    : Optional.empty());

    static final ValueType<String> PREFIX = matching(
            Pattern.compile("(?:https?://[A-Za-z0-9\\[]|/)" + URL), "off, or a URL or path, without variables");

    static final ValueType<Boolean> ON_OFF = new ValueType<>(
            "on or off",
            text -> text.equals("on") || text.equals("off") ? Optional.of(text.equals("on")) : Optional.empty());

    static final ValueType<Integer> ERROR_STATUS = statuses(400, 599);

    static final ValueType<Integer> COUNT = new ValueType<>(
            "a whole number from 0 to 1000000",
            text -> text.matches("\\+?\\d{1,7}")
                    ? Optional.of(Integer.valueOf(text)).filter(it -> it <= 1_000_000)
                    : Optional.empty());

    static final ValueType<Long> NUMBER = new ValueType<>(
            "a whole number, 0 or more",
            text -> text.matches("\\d{1,15}") ? Optional.of(Long.valueOf(text)) : Optional.empty());

    static final ValueType<String> HEADER_NAME = new ValueType<>(
            "the name of a header", text -> Optional.of(text).filter(it -> it.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")));

    static final ValueType<List<Cidr>> CIDRS =
            new ValueType<>("addresses or CIDRs, separated by commas", ValueType::cidrs);

    static final ValueType<PolicyMode> POLICY_MODE = new ValueType<>(PolicyMode.EXPECTED, PolicyMode::parse);

    static final ValueType<RegexScope> REGEX_SCOPE = new ValueType<>(RegexScope.EXPECTED, RegexScope::parse);

    static final ValueType<Integer> POSITIVE_COUNT = new ValueType<>(
            "a whole number, at least 1",
            text -> Optional.of(text)
                    .filter(it -> it.matches("\\+?\\d{1,9}"))
                    .map(Integer::valueOf)
                    .filter(it -> it > 0));

    static final ValueType<Integer> WEIGHT = new ValueType<>(
            "a whole number, at least 0",
            text -> Optional.of(text).filter(it -> it.matches("\\+?\\d{1,9}")).map(Integer::valueOf));

    static final ValueType<String> COOKIE_NAME =
            matching(Pattern.compile("[A-Za-z0-9\\-._~/:]{1,128}"), "at most 128 letters, digits and - . _ ~ / :");

    static final ValueType<RequestText> REQUEST_TEXT = new ValueType<>(RequestText.EXPECTED, RequestText::parse);

    static final ValueType<String> ALGORITHM = matching(Pattern.compile("round_robin|ewma"), "round_robin or ewma");

    private static final Pattern TIME = Pattern.compile("(?:(\\d{1,2})m)?(?:(\\d{1,4})s)?(?:(\\d{1,6})ms)?");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,18})([bkmgBKMG]?)");

    private static ValueType<Integer> statuses(int from, int to) {
        return new ValueType<>(
                "a status from " + from + " to " + to,
                text -> text.matches("\\d{3}")
                        ? Optional.of(Integer.valueOf(text)).filter(it -> it >= from && it <= to)
                        : Optional.empty());
    }

    /// Texts of this form, as they stand. The form is ours, never a tenant's.
    static ValueType<String> matching(Pattern pattern, String expected) {
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
