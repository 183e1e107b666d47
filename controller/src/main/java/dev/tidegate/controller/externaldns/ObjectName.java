package dev.tidegate.controller.externaldns;

import dev.tidegate.dns.record.DomainName;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the object of a name is called.
///
/// Shape: `shop.example.com` as it is; what no object may be called, as a wildcard, with a mark at the end:
/// `any.example.com.x-0123456789abcdef`. No two names have one object, as what ends like a mark gets one too.
///
/// Source: Kubernetes, "Object Names and IDs", "DNS Subdomain Names".
final class ObjectName {

    private static final int LONGEST = 253;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
    private static final Pattern HYPHENS_AROUND = Pattern.compile("^-+|-+$");

    private ObjectName() {}

    static String of(DomainName name) {
        String[] labels = name.text().split("\\.");
        boolean plain =
                Arrays.stream(labels).allMatch(label -> LABEL.matcher(label).matches());
        return plain && !Mark.isLike(labels[labels.length - 1]) ? name.text() : marked(name.text());
    }

    private static String marked(String text) {
        String mark = "." + Mark.of(text);
        String written = text.replace("*", "any").replace('_', '-');
        String cut = written.substring(0, Math.min(written.length(), LONGEST - mark.length()));
        String readable = Arrays.stream(cut.split("\\."))
                .map(label -> HYPHENS_AROUND.matcher(label).replaceAll(""))
                .filter(label -> !label.isEmpty())
                .collect(Collectors.joining("."));
        return (readable.isEmpty() ? "name" : readable) + mark;
    }
}
