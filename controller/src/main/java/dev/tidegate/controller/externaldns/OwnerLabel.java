package dev.tidegate.controller.externaldns;

import java.util.regex.Pattern;

/// An owner as the value of a label: itself, or a mark where no label can have it.
///
/// Source: Kubernetes, "Labels and Selectors", "Syntax and character set".
final class OwnerLabel {

    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?");

    private OwnerLabel() {}

    static String of(String owner) {
        return VALUE.matcher(owner).matches() && !Mark.isLike(owner) ? owner : Mark.of(owner);
    }
}
