package dev.tidegate.controller.source.cluster;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What one edit costs, and that it costs the same among many Ingresses as among few.
///
/// The table goes to `target/edit-cost.md`; `e2e/bench/control-plane` puts it into docs/performance.md.
class EditCostTest {

    /// The bench takes its time; a test has less, and reads fewer certificates.
    private static final boolean BENCH = Boolean.getBoolean("tidegate.bench");
    private static final List<Integer> SIZES = BENCH ? List.of(100, 1_000, 10_000) : List.of(100, 2_000);
    private static final int BATCHES = BENCH ? 12 : 4;
    private static final int EDITS = BENCH ? 500 : 100;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private enum Edit {
        ROUTE("a path of an Ingress") {
            @Override
            void make(ManyIngresses many) {
                many.editRoute();
            }
        },
        ENDPOINTS("an endpoint") {
            @Override
            void make(ManyIngresses many) {
                many.changeEndpoints();
            }
        },
        CERTIFICATE("a certificate") {
            @Override
            void make(ManyIngresses many) {
                many.rotateCertificate();
            }
        };

        private final String what;

        Edit(String what) {
            this.what = what;
        }

        abstract void make(ManyIngresses many);
    }

    /// Of one edit, in the mean of a batch: CPU time, and bytes allocated.
    private record Batch(double us, double bytes) {}

    /// Of one edit: CPU time, the least of all batches and their median; the least bytes.
    private record Cost(double leastUs, double medianUs, double bytes) {

        static Cost of(List<Batch> batches) {
            double[] us = batches.stream().mapToDouble(Batch::us).sorted().toArray();
            double bytes = batches.stream().mapToDouble(Batch::bytes).min().orElseThrow();
            return new Cost(us[0], us[us.length / 2], bytes);
        }
    }

    @Test
    void one_edit_costs_the_same_among_many_ingresses_as_among_few() throws IOException {
        Map<Integer, ManyIngresses> all = new TreeMap<>();
        for (int size : SIZES) {
            ManyIngresses many = new ManyIngresses(size);
            assertThat(many.served().table().hosts().size()).isEqualTo(size);
            all.put(size, many);
        }
        costs(all); // so that the compiler has seen every edit at every size, before the first figure
        Map<Edit, Map<Integer, Cost>> costs = costs(all);
        all.values().forEach(many -> assertThat(many.diagnostics()).isEmpty());
        if (BENCH) {
            Files.writeString(Path.of("target", "edit-cost.md"), table(costs));
        }

        costs.forEach((edit, bySize) -> {
            Cost few = requireNonNull(bySize.get(SIZES.getFirst()));
            Cost many = requireNonNull(bySize.get(SIZES.getLast()));
            // Twenty times as many: one more level of each map. Bytes are counted and hardly vary; time does.
            assertThat(many.bytes()).as(edit.what + ", bytes of " + bySize).isLessThan(2 * few.bytes());
            assertThat(many.leastUs()).as(edit.what + ", CPU of " + bySize).isLessThan(6 * few.leastUs());
            assertThat(many.leastUs()).as(edit.what + ", CPU of " + bySize).isLessThan(5_000);
        });
    }

    private static Map<Edit, Map<Integer, Cost>> costs(Map<Integer, ManyIngresses> all) {
        Map<Edit, Map<Integer, Cost>> costs = new TreeMap<>();
        for (Edit edit : Edit.values()) {
            costs.put(edit, costs(edit, all));
        }
        return costs;
    }

    /// A batch of each size, and again: what disturbs, disturbs all.
    private static Map<Integer, Cost> costs(Edit edit, Map<Integer, ManyIngresses> all) {
        Map<Integer, List<Batch>> batches = new TreeMap<>();
        for (int i = 0; i < BATCHES; i++) {
            all.forEach((size, many) ->
                    batches.computeIfAbsent(size, _ -> new ArrayList<>()).add(batch(edit, many)));
        }
        Map<Integer, Cost> costs = new TreeMap<>();
        batches.forEach((size, ofSize) -> costs.put(size, Cost.of(ofSize)));
        return costs;
    }

    private static Batch batch(Edit edit, ManyIngresses many) {
        long thread = Thread.currentThread().threadId();
        long generation = generation(many);
        long allocated = THREADS.getThreadAllocatedBytes(thread);
        long begunNs = THREADS.getThreadCpuTime(thread);
        for (int i = 0; i < EDITS; i++) {
            edit.make(many);
        }
        double us = (THREADS.getThreadCpuTime(thread) - begunNs) / 1e3 / EDITS;
        double bytes = (double) (THREADS.getThreadAllocatedBytes(thread) - allocated) / EDITS;
        assertThat(generation(many) - generation).as("tables published").isEqualTo(EDITS);
        return new Batch(us, bytes);
    }

    private static long generation(ManyIngresses many) {
        return many.served().table().provenance().generation();
    }

    private static String table(Map<Edit, Map<Integer, Cost>> costs) {
        StringBuilder out = new StringBuilder("| One edit of |");
        SIZES.forEach(size -> out.append(String.format(Locale.ROOT, " %,d Ingresses |", size)));
        out.append("\n|---|").append("---:|".repeat(SIZES.size())).append('\n');
        costs.forEach((edit, bySize) -> {
            out.append("| ").append(edit.what).append(" |");
            bySize.values()
                    .forEach(cost -> out.append(
                            String.format(Locale.ROOT, " %.0f µs, %.0f KiB |", cost.medianUs(), cost.bytes() / 1024)));
            out.append('\n');
        });
        return out.toString();
    }
}
