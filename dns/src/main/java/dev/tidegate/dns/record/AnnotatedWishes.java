package dev.tidegate.dns.record;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads from an Ingress's annotations what external-dns would read.
///
/// Shape: all annotations of the object → its wishes, and the faults in order. Others than external-dns's are passed
/// over.
///
/// | key | value |
/// |---|---|
/// | `controller` | another value than `dns-controller` excludes the object |
/// | `exclude` | `true` excludes it: no key of external-dns's own, but of the filter that its users commonly set |
/// | `hostname` | more names, with commas |
/// | `target` | addresses or one name, with commas, instead of the gateway's addresses |
/// | `ttl` | seconds or a Go duration, 1 to 2147483647 seconds; 0 asks for the default |
/// | `ingress-hostname-source` | `defined-hosts-only` or `annotation-only` |
///
/// Threads: any; pure. Fails: never.
///
/// Source: external-dns v0.22, `docs/annotations/annotations.md`, "Ingress".
public record AnnotatedWishes(Wishes wishes, SortedSet<AnnotationFault> faults) {

    /// In the order in which they are believed: the prefix since external-dns v0.22, and the one before it.
    public static final List<String> PREFIXES =
            List.of("external-dns.kubernetes.io/", "external-dns.alpha.kubernetes.io/");

    private static final String CONTROLLER = "dns-controller";

    public AnnotatedWishes {
        faults = Collections.unmodifiableSortedSet(new TreeSet<>(faults));
    }

    public static AnnotatedWishes read(Map<String, String> annotations) {
        Reading reading = new Reading(annotations);
        return new AnnotatedWishes(reading.wishes(), reading.faults);
    }

    private record Found(String key, String value) {}

    private static final class Reading {

        private final Map<String, String> annotations;
        private final SortedSet<AnnotationFault> faults = new TreeSet<>();

        Reading(Map<String, String> annotations) {
            this.annotations = annotations;
        }

        Wishes wishes() {
            boolean excluded = excluded();
            Wishes wishes = new Wishes(excluded, source(), list("hostname"), list("target"), ttl());
            annotations.keySet().forEach(this::tellUnknown);
            return wishes;
        }

        private boolean excluded() {
            Found controller = find("controller");
            Found exclude = find("exclude");
            return (controller != null && !controller.value.equals(CONTROLLER))
                    || (exclude != null && exclude.value.equalsIgnoreCase("true"));
        }

        private Wishes.Source source() {
            Found found = find("ingress-hostname-source");
            if (found == null) {
                return Wishes.Source.BOTH;
            }
            return switch (found.value.toLowerCase(Locale.ROOT)) {
                case "defined-hosts-only" -> Wishes.Source.HOSTS_ONLY;
                case "annotation-only" -> Wishes.Source.HOSTNAMES_ONLY;
                default -> {
                    malformed(found, "defined-hosts-only or annotation-only");
                    yield Wishes.Source.BOTH;
                }
            };
        }

        private List<String> list(String key) {
            Found found = find(key);
            return found == null
                    ? List.of()
                    : Arrays.stream(found.value.replace(" ", "").split(","))
                            .filter(item -> !item.isEmpty())
                            .distinct()
                            .toList();
        }

        private Optional<Duration> ttl() {
            Found found = find("ttl");
            if (found == null) {
                return Optional.empty();
            }
            Optional<Duration> ttl = GoDuration.secondsOrDuration(found.value);
            if (ttl.isEmpty() || ttl.get().isNegative() || ttl.get().compareTo(RecordSet.LONGEST_TTL) > 0) {
                malformed(
                        found,
                        "1 to " + RecordSet.LONGEST_TTL.toSeconds() + " seconds, as a number or as a duration like 5m");
                return Optional.empty();
            }
            return ttl.filter(time -> !time.isZero());
        }

        private @Nullable Found find(String key) {
            Found found = null;
            for (String prefix : PREFIXES) {
                String value = annotations.get(prefix + key);
                if (value != null && found == null) {
                    found = new Found(prefix + key, value);
                } else if (value != null && found != null && !value.equals(found.value)) {
                    fault(
                            prefix + key,
                            AnnotationFault.Kind.AMBIGUOUS,
                            "'" + value + "', but " + found.key + " says '" + found.value + "' and is believed");
                }
            }
            return found;
        }

        private void tellUnknown(String key) {
            for (String prefix : PREFIXES) {
                if (key.startsWith(prefix)) {
                    switch (key.substring(prefix.length())) {
                        case "controller", "exclude", "hostname", "target", "ttl", "ingress-hostname-source" -> {
                            // read above
                        }
                        default ->
                            fault(
                                    key,
                                    AnnotationFault.Kind.NOT_HONOURED,
                                    "not honoured (expected: controller, hostname, target, ttl or"
                                            + " ingress-hostname-source)");
                    }
                }
            }
        }

        private void malformed(Found found, String expected) {
            fault(found.key, AnnotationFault.Kind.MALFORMED, "'" + found.value + "' (expected: " + expected + ")");
        }

        private void fault(String key, AnnotationFault.Kind kind, String message) {
            faults.add(new AnnotationFault(key, kind, message));
        }
    }
}
