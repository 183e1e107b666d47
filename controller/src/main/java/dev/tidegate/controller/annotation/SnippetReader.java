package dev.tidegate.controller.annotation;

import dev.tidegate.controller.annotation.Snippet.Directive;
import java.util.ArrayList;
import java.util.List;

/// Takes a snippet apart: words, quoted words, `;`, blocks in braces, and comments, in one walk over the text.
///
/// Source: nginx, "Configuration file's structure". What is within `*_by_lua_block { … }` is Lua, and is passed over.
final class SnippetReader {

    private static final String LUA_BLOCK = "_by_lua_block";

    private final String text;
    private final List<Directive> directives = new ArrayList<>();
    private final List<String> statement = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int at;

    SnippetReader(String text) {
        this.text = text;
    }

    List<Directive> read() {
        while (at < text.length()) {
            char next = text.charAt(at++);
            switch (next) {
                case ' ', '\t', '\r', '\n' -> endWord();
                case ';', '}' -> endStatement();
                case '{' -> open();
                case '#' -> comment();
                case '"', '\'' -> quoted(next);
                case '\\' -> escaped();
                default -> word.append(next);
            }
        }
        endStatement();
        return directives;
    }

    private void endWord() {
        if (!word.isEmpty()) {
            statement.add(word.toString());
            word.setLength(0);
        }
    }

    private void endStatement() {
        endWord();
        if (!statement.isEmpty()) {
            directives.add(Directive.of(statement));
            statement.clear();
        }
    }

    /// A block, or `${name}` within a word.
    private void open() {
        if (!word.isEmpty() && word.charAt(word.length() - 1) == '$') {
            int end = text.indexOf('}', at);
            at = end < 0 ? text.length() : end + 1;
            return;
        }
        endWord();
        boolean lua = !statement.isEmpty() && statement.getFirst().endsWith(LUA_BLOCK);
        endStatement();
        if (lua) {
            skipBlock();
        }
    }

    private void skipBlock() {
        int depth = 1;
        while (at < text.length() && depth > 0) {
            switch (text.charAt(at++)) {
                case '{' -> depth++;
                case '}' -> depth--;
                default -> {
                    // Lua, which nobody reads here.
                }
            }
        }
    }

    /// Only at the beginning of a word; `a#b` is one.
    private void comment() {
        if (!word.isEmpty()) {
            word.append('#');
            return;
        }
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }

    /// Only at the beginning of a word; `it's` is one.
    private void quoted(char quote) {
        if (!word.isEmpty()) {
            word.append(quote);
            return;
        }
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\\') {
                at++;
            }
            if (at < text.length()) {
                word.append(text.charAt(at++));
            }
        }
        at++;
        statement.add(word.toString());
        word.setLength(0);
    }

    private void escaped() {
        word.append('\\');
        if (at < text.length()) {
            word.append(text.charAt(at++));
        }
    }
}
