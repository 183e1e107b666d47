package dev.tidegate.controller.doctor;

import dev.tidegate.controller.source.look.Right;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// May we do what the flags ask of us?
final class RightsCheck {

    private static final String NAME = "rights";

    private RightsCheck() {}

    static Stream<Finding> of(Patient patient) {
        Map<Right, Boolean> answers = patient.sight().rights();
        if (patient.sight().server().isEmpty()) {
            return Stream.empty();
        } else if (answers.isEmpty()) {
            return Stream.of(Finding.warn(
                    NAME,
                    "the API server does not say which rights there are",
                    "Whether one is missing is not known.",
                    "Allow `create` of selfsubjectaccessreviews.authorization.k8s.io, as the role"
                            + " system:basic-user does."));
        }
        Map<String, List<NeededRights.Need>> missing = patient.needs().stream()
                .filter(it -> Boolean.FALSE.equals(answers.get(it.right())))
                .collect(Collectors.groupingBy(NeededRights.Need::without, LinkedHashMap::new, Collectors.toList()));
        return missing.isEmpty()
                ? Stream.of(Finding.ok(NAME, "all " + answers.size() + " rights are there that these flags need"))
                : missing.entrySet().stream().map(it -> finding(it.getKey(), it.getValue()));
    }

    private static Finding finding(String without, List<NeededRights.Need> needs) {
        String found = "missing: " + needs.stream().map(it -> it.right().text()).collect(Collectors.joining(", "));
        String remedy = "Grant it to this account, as the chart's roles do (docs/rbac.md says what each right is for);"
                + " or ask as the account that Tidegate runs under.";
        return needs.stream().anyMatch(NeededRights.Need::vital)
                ? Finding.fail(NAME, found, without, remedy)
                : Finding.warn(NAME, found, without, remedy);
    }
}
