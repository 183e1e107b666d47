package dev.tidegate.gateway.exchange;

import dev.tidegate.gateway.decide.AnswerFields;
import io.vertx.core.MultiMap;

/// What policies say on an answer, into its head.
record ResponseSink(MultiMap head) implements AnswerFields.Sink {

    @Override
    public void set(String name, String value) {
        head.set(name, value);
    }

    @Override
    public void add(String name, String value) {
        head.add(name, value);
    }
}
