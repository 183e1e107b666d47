package dev.tidegate.dns.record;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as Go writes them, `1m30s`, cut to whole seconds.
///
/// Source: Go's `time.ParseDuration`.
final class GoDuration {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final Pattern WHOLE = Pattern.compile(
            "([+-]?)((?:(?:[0-9]{1,18}(?:\\.[0-9]{0,18})?|\\.[0-9]{1,18})(?:ns|us|µs|μs|ms|s|m|h)){1,16})");
    private static final Pattern PART = Pattern.compile("([0-9.]+)(ns|us|µs|μs|ms|s|m|h)");
    private static final Map<String, Long> NANOS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "µs", 1_000L,
            "μs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L);
    private static final BigDecimal SECOND = BigDecimal.valueOf(1_000_000_000L);

    private GoDuration() {}

    /// Shape: `90`, `1m30s` or `1.5s` → whole seconds; nothing for what is neither.
    static Optional<Duration> secondsOrDuration(String text) {
        if (NUMBER.matcher(text).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        Matcher whole = WHOLE.matcher(text);
        if (!whole.matches()) {
            return Optional.empty();
        }
        BigDecimal nanos = BigDecimal.ZERO;
        Matcher part = PART.matcher(whole.group(2));
        while (part.find()) {
            nanos = nanos.add(
                    new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(NANOS.getOrDefault(part.group(2), 0L))));
        }
        long seconds = nanos.divide(SECOND, 0, RoundingMode.DOWN)
                .min(BigDecimal.valueOf(Long.MAX_VALUE))
                .longValue();
        return Optional.of(Duration.ofSeconds(whole.group(1).equals("-") ? -seconds : seconds));
    }
}
