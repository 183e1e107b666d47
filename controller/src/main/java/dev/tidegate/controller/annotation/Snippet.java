package dev.tidegate.controller.annotation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Text that was written for nginx, taken apart to be told about, and never evaluated: its directives, those within
/// blocks among them, in order.
record Snippet(List<Directive> directives) {

    /// `name`: what it is called, if it looks like a directive at all. `words`: what follows it, without quotes.
    record Directive(Optional<String> name, List<String> words) {

        private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

        Directive {
            words = List.copyOf(words);
        }

        static Directive of(List<String> statement) {
            return new Directive(
                    Optional.of(statement.getFirst())
                            .filter(it -> NAME.matcher(it).matches()),
                    statement.subList(1, statement.size()));
        }
    }

    Snippet {
        directives = List.copyOf(directives);
    }

    /// Total: what is no nginx directive comes out as one without a name.
    static Snippet parse(String text) {
        return new Snippet(new SnippetReader(text).read());
    }
}
