package dev.tidegate.controller.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tidegate.controller.doctor.Finding;
import dev.tidegate.controller.doctor.Level;
import java.util.List;
import java.util.Locale;

/// What `doctor` says, as JSON. `level`: `ok`, `warn` or `fail`; of the whole, the worst of all.
public record DoctorView(String level, List<Item> checks) {

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Item(String check, String level, String found, List<String> details, String means, String remedy) {}

    public static DoctorView of(List<Finding> findings) {
        return new DoctorView(
                word(findings.stream().map(Finding::level).max(Level::compareTo).orElse(Level.OK)),
                findings.stream()
                        .map(it -> new Item(
                                it.check(), word(it.level()), it.found(), it.details(), it.means(), it.remedy()))
                        .toList());
    }

    private static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
