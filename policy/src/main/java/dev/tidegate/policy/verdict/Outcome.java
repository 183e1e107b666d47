package dev.tidegate.policy.verdict;

/// What becomes of a connection. `NOT_ISOLATED`: it gets through because no policy speaks of it.
public enum Outcome {
    ALLOWED("allowed"),
    DENIED("denied"),
    NOT_ISOLATED("not-isolated");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
