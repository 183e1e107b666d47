package dev.tidegate.controller.admission;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidegate.controller.diagnostic.OneLine;
import dev.tidegate.controller.snapshot.ObjectKey;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes a verdict as the API server reads it.
///
/// The API server cuts a warning after 256 characters and drops those beyond 4,096 in sum, so it is we who shorten,
/// and say how many are left out. A denial is 400, as with ingress-nginx: 409 would make clients try again.
///
/// Source: `admission.k8s.io/v1` `AdmissionResponse`; its documentation for the limits.
public final class ReviewAnswer {

    private static final int LONGEST_WARNING = 256;
    private static final int MOST_WARNINGS = 12;
    private static final int MOST_DENIALS = 20;
    private static final int BAD_REQUEST = 400;

    private ReviewAnswer() {}

    public static String json(Review review, Verdict verdict) {
        return tree(review, verdict).toString();
    }

    static ObjectNode tree(Review review, Verdict verdict) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("apiVersion", ReviewReader.API_VERSION).put("kind", ReviewReader.KIND);
        ObjectNode response = root.putObject("response");
        response.put("uid", review.uid()).put("allowed", verdict.allowed());
        if (!verdict.allowed()) {
            response.putObject("status")
                    .put("status", "Failure")
                    .put("code", BAD_REQUEST)
                    .put("reason", "BadRequest")
                    .put("message", message(review.key(), verdict.denials()));
        }
        List<String> warnings = warnings(verdict);
        if (!warnings.isEmpty()) {
            warnings.forEach(response.putArray("warnings")::add);
        }
        return root;
    }

    /// All in one line, as kubectl shows it: `Ingress default/web: spec…: …; spec…: …`
    public static String message(ObjectKey key, List<String> denials) {
        return "Ingress " + OneLine.of(key.path()) + ": "
                + atMost(MOST_DENIALS, denials).collect(Collectors.joining("; "));
    }

    private static List<String> warnings(Verdict verdict) {
        return atMost(MOST_WARNINGS, verdict.warnings())
                .map(ReviewAnswer::shortened)
                .toList();
    }

    private static Stream<String> atMost(int most, List<String> lines) {
        return lines.size() <= most
                ? lines.stream()
                : Stream.concat(
                        lines.stream().limit(most - 1L),
                        Stream.of("and " + (lines.size() - most + 1) + " more (tidegate lint tells all)"));
    }

    private static String shortened(String warning) {
        return warning.length() <= LONGEST_WARNING ? warning : warning.substring(0, LONGEST_WARNING - 1) + "…";
    }
}
