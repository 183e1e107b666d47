package dev.tidegate.controller.policy;

import dev.tidegate.policy.rule.LabelSelector;
import dev.tidegate.policy.rule.LabelSelector.Operator;
import dev.tidegate.policy.rule.LabelSelector.Requirement;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads a label selector. Source: Kubernetes `LabelSelectorRequirement`.
final class SelectorReader {

    private static final Map<String, Operator> OPERATORS = Map.of(
            "In", Operator.IN,
            "NotIn", Operator.NOT_IN,
            "Exists", Operator.EXISTS,
            "DoesNotExist", Operator.DOES_NOT_EXIST);

    private SelectorReader() {}

    /// Empty if any of it is malformed; then it has said so.
    static Optional<LabelSelector> read(
            io.fabric8.kubernetes.api.model.LabelSelector selector, String field, Faults faults) {
        List<Requirement> requirements = new ArrayList<>();
        List<LabelSelectorRequirement> expressions = selector.getMatchExpressions();
        boolean sound = true;
        for (int i = 0; i < expressions.size(); i++) {
            Optional<Requirement> read =
                    requirement(expressions.get(i), field + ".matchExpressions[" + i + "]", faults);
            read.ifPresent(requirements::add);
            sound &= read.isPresent();
        }
        Map<String, String> labels = selector.getMatchLabels();
        return sound
                ? Optional.of(new LabelSelector(new TreeMap<>(labels == null ? Map.of() : labels), requirements))
                : Optional.empty();
    }

    private static Optional<Requirement> requirement(LabelSelectorRequirement it, String field, Faults faults) {
        String key = it.getKey();
        String operator = it.getOperator();
        List<String> values = it.getValues();
        if (key == null || key.isEmpty()) {
            faults.missing(field + ".key", "the key of a label");
            return Optional.empty();
        }
        Operator known = OPERATORS.get(operator == null ? "" : operator);
        if (known == null) {
            faults.add(field + ".operator", operator == null ? "" : operator, "In, NotIn, Exists or DoesNotExist");
            return Optional.empty();
        }
        boolean asks = known == Operator.IN || known == Operator.NOT_IN;
        if (asks == values.isEmpty()) {
            faults.add(
                    field + ".values",
                    values,
                    asks ? "at least one value for " + operator : "no value for " + operator);
            return Optional.empty();
        }
        return Optional.of(new Requirement(key, known, new TreeSet<>(values)));
    }
}
