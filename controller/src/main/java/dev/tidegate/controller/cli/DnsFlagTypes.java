package dev.tidegate.controller.cli;

import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.record.Target;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/// What flags about names take.
final class DnsFlagTypes {

    private DnsFlagTypes() {}

    /// With or without the dot at its end.
    static final class Zone implements ITypeConverter<DomainName> {
        private static final String EXPECTED = "the name of a zone, as home.example";

        @Override
        public DomainName convert(String value) {
            try {
                DomainName zone = DomainName.host(value.strip());
                if (!zone.wildcard()) {
                    return zone;
                }
            } catch (IllegalArgumentException noName) {
                throw FlagTypes.expected(EXPECTED);
            }
            throw FlagTypes.expected(EXPECTED);
        }
    }

    /// An address or a name, as it stands in a record.
    static final class OneTarget implements ITypeConverter<String> {
        @Override
        public String convert(String value) {
            try {
                return Target.of(value.strip()).text();
            } catch (IllegalArgumentException neither) {
                throw FlagTypes.expected("an IP address, as 192.0.2.1, or a host name");
            }
        }
    }

    /// Whole seconds, or as Go's `ParseDuration` has them: `300`, `300s`, `5m`, `1h30m`.
    static final class TimeToLive implements ITypeConverter<Duration> {
        private static final Pattern SHAPE = Pattern.compile("(?=.)(?:(\\d{1,3})h)?(?:(\\d{1,5})m)?(?:(\\d{1,6})s?)?");
        private static final Duration LONGEST = Duration.ofDays(7);

        @Override
        public Duration convert(String value) {
            Matcher shape = SHAPE.matcher(value.strip());
            if (shape.matches()) {
                Duration time = Duration.ofHours(part(shape, 1))
                        .plusMinutes(part(shape, 2))
                        .plusSeconds(part(shape, 3));
                if (time.isPositive() && time.compareTo(LONGEST) <= 0) {
                    return time;
                }
            }
            throw FlagTypes.expected("a time in seconds, minutes and hours, as 300s or 5m; 1s to 168h");
        }

        private static long part(Matcher shape, int group) {
            return shape.group(group) == null ? 0 : Long.parseLong(shape.group(group));
        }
    }
}
