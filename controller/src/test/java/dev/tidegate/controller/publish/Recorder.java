package dev.tidegate.controller.publish;

import dev.tidegate.gateway.publication.Publication;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A subscriber that keeps what it is given.
final class Recorder implements TableSubscriber {

    private final String name;
    private final List<String> calls;
    private final List<Publication> publications = new CopyOnWriteArrayList<>();

    Recorder(String name) {
        this(name, new ArrayList<>());
    }

    /// `calls` is shared between several, to see who came first.
    Recorder(String name, List<String> calls) {
        this.name = name;
        this.calls = calls;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void onPublication(Publication publication) {
        calls.add(name);
        publications.add(publication);
    }

    List<Publication> publications() {
        return publications;
    }

    List<Long> generations() {
        return publications.stream()
                .map(it -> it.table().provenance().generation())
                .toList();
    }
}
