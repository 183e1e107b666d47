package dev.tidegate.controller.cli;

import dev.tidegate.controller.doctor.Finding;
import dev.tidegate.controller.doctor.Level;
import java.util.ArrayList;
import java.util.List;

/// Findings as a person reads them: a line each, what it rests on and what to do below it, and the sum at the end.
final class DoctorText {

    private DoctorText() {}

    static List<String> of(List<Finding> findings) {
        List<String> lines = new ArrayList<>();
        for (Finding finding : findings) {
            lines.add("%-4s  %s: %s".formatted(finding.level(), finding.check(), finding.found()));
            finding.details().forEach(it -> lines.add("      - " + it));
            if (!finding.means().isEmpty()) {
                lines.add("      It means: " + finding.means());
                lines.add("      Do: " + finding.remedy());
            }
        }
        lines.add(count(findings, Level.FAIL) + " failed, " + count(findings, Level.WARN) + " to look at, "
                + count(findings, Level.OK) + " well");
        return lines;
    }

    private static long count(List<Finding> findings, Level level) {
        return findings.stream().filter(it -> it.level() == level).count();
    }
}
