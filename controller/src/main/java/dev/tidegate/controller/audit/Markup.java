package dev.tidegate.controller.audit;

import dev.tidegate.controller.diagnostic.OneLine;

/// HTML that is only ever made of elements and of text, so that text stays text: there is no way to put anything in
/// unescaped.
///
/// Threads: one.
final class Markup {

    private final StringBuilder out = new StringBuilder();

    /// `kind`: its class in the style sheet, one of our own words; empty for none.
    Markup open(String element, String kind) {
        out.append('<').append(element);
        if (!kind.isEmpty()) {
            out.append(" class=\"").append(escaped(kind)).append('"');
        }
        out.append('>');
        return this;
    }

    Markup close(String element) {
        out.append("</").append(element).append(">\n");
        return this;
    }

    Markup text(String text) {
        out.append(escaped(text));
        return this;
    }

    /// An element with nothing but text in it.
    Markup element(String element, String kind, String text) {
        return open(element, kind).text(text).close(element);
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (char it : OneLine.of(text).toCharArray()) {
            switch (it) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(it);
            }
        }
        return escaped.toString();
    }
}
