package dev.tidegate.controller.source.cluster;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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

    /// Of one edit: CPU time, the least of all batches' means and their median; bytes allocated.
    private record Cost(double leastUs, double medianUs, double bytes) {}

    @Test
    void one_edit_costs_the_same_among_many_ingresses_as_among_few() throws IOException {
        Map<Edit, Map<Integer, Cost>> costs = new TreeMap<>();
        for (int size : SIZES) {
            ManyIngresses many = new ManyIngresses(size);
            assertThat(many.served().table().hosts().size()).isEqualTo(size);
            for (Edit edit : Edit.values()) {
                cost(edit, many); // so that the compiler has seen it
                costs.computeIfAbsent(edit, _ -> new TreeMap<>()).put(size, cost(edit, many));
            }
            assertThat(many.diagnostics()).isEmpty();
        }
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

    private static Cost cost(Edit edit, ManyIngresses many) {
        long thread = Thread.currentThread().threadId();
        List<Double> times = new ArrayList<>();
        double bytes = Double.MAX_VALUE;
        long generation = generation(many);
        for (int batch = 0; batch < BATCHES; batch++) {
            long allocated = THREADS.getThreadAllocatedBytes(thread);
            long begunNs = THREADS.getThreadCpuTime(thread);
            for (int i = 0; i < EDITS; i++) {
                edit.make(many);
            }
            times.add((THREADS.getThreadCpuTime(thread) - begunNs) / 1e3 / EDITS);
            bytes = Math.min(bytes, (double) (THREADS.getThreadAllocatedBytes(thread) - allocated) / EDITS);
        }
        assertThat(generation(many) - generation).as("tables published").isEqualTo((long) BATCHES * EDITS);
        times.sort(Comparator.naturalOrder());
        return new Cost(times.getFirst(), times.get(times.size() / 2), bytes);
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
