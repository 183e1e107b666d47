package dev.tidegate.controller.source.manifest;

import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.parser.Parser;

/// Refuses YAML that is nested deeper than any manifest is, before a recursion runs out of stack.
final class BoundedDepth implements Parser {

    static final int MAX_DEPTH = 100;

    private final Parser parser;
    private int depth;

    BoundedDepth(Parser parser) {
        this.parser = parser;
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
        return parser.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
        return parser.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return parser.hasNext();
    }

    @Override
    public Event next() {
        Event event = parser.next();
        Event.ID id = event.getEventId();
        if (id == Event.ID.MappingStart || id == Event.ID.SequenceStart) {
            depth++;
        } else if (id == Event.ID.MappingEnd || id == Event.ID.SequenceEnd) {
            depth--;
        }
        if (depth > MAX_DEPTH) {
            throw new ParserException("nested deeper than " + MAX_DEPTH + " levels", event.getStartMark());
        }
        return event;
    }
}
