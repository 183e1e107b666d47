package dev.tidegate.controller.audit;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.annotation.AnnotationVerdict;
import dev.tidegate.controller.annotation.AnnotationVerdict.Outcome;
import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.gateway.table.ResourceRef;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What an audit found. `others`: Ingresses of other classes, which were not looked at, by class.
public record Audit(List<Judged> ingresses, List<Surprise> surprises, SortedMap<String, Integer> others) {

    /// One Ingress: its hosts as manifests write them, and a verdict for each of its annotations.
    public record Judged(ResourceRef ingress, List<String> hosts, List<AnnotationVerdict> verdicts) {
        public Judged {
            requireNonNull(ingress);
            hosts = List.copyOf(hosts);
            verdicts = List.copyOf(verdicts);
        }

        /// That of its worst annotation.
        public Outcome outcome() {
            return verdicts.stream()
                    .map(AnnotationVerdict::outcome)
                    .max(Outcome::compareTo)
                    .orElse(Outcome.SAME);
        }
    }

    public Audit {
        ingresses = List.copyOf(ingresses);
        surprises = List.copyOf(surprises);
        others = Collections.unmodifiableSortedMap(new TreeMap<>(others));
    }

    /// Shape: objects, what was compiled of them, with which options → what becomes of them. Pure and total.
    public static Audit of(Snapshot snapshot, Compilation compilation, CompilerOptions options) {
        Estate estate = EstateReader.read(snapshot, compilation, options);
        return new Audit(
                estate.ingresses().stream()
                        .map(it -> new Judged(it.ref(), it.hosts(), it.verdicts()))
                        .sorted((a, b) -> a.ingress().compareTo(b.ingress()))
                        .toList(),
                Surprises.in(estate),
                estate.others());
    }

    public long count(Outcome outcome) {
        return ingresses.stream()
                .flatMap(it -> it.verdicts().stream())
                .filter(it -> it.outcome() == outcome)
                .count();
    }

    /// How many Ingresses have nothing but what is the same.
    public long alike() {
        return ingresses.stream().filter(it -> it.outcome() == Outcome.SAME).count();
    }

    /// The names that are refused, each with how many Ingresses set it.
    public Map<String, Integer> refusedNames() {
        Map<String, Integer> names = new TreeMap<>();
        for (Judged ingress : ingresses) {
            ingress.verdicts().stream()
                    .filter(it -> it.outcome() == Outcome.REFUSED)
                    .forEach(it -> names.merge(it.name(), 1, Integer::sum));
        }
        return names;
    }
}
