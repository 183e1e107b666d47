package dev.tidegate.gateway.table;

import java.util.ArrayDeque;
import java.util.Deque;

/// What a look along an expression tells before it is compiled.
///
/// `literal`: how many of its first characters stand for themselves, whatever follows. `size`: how large it is with
/// its repetitions written out, for `((a{999}){999}){999}` is short and would take all memory; not exact, and never
/// much less than the truth. What is malformed is not noticed here.
record PatternShape(int literal, long size) {

    /// The largest size that is compiled.
    static final long MOST = 2_000;

    static PatternShape of(String text) {
        Look look = new Look(text);
        while (look.at < text.length() && look.size() <= MOST) {
            look.step();
        }
        return new PatternShape(look.alternatives ? 0 : look.literal, look.size());
    }

    private static final class Look {
        private final String text;
        private int at;
        private int literal;
        private boolean plain = true;
        private boolean alternatives;
        /// The sizes of what stands before each group that is open, and of all before that.
        private final Deque<Long> open = new ArrayDeque<>();

        private long outside;
        private long sum;
        private long last;

        Look(String text) {
            this.text = text;
        }

        long size() {
            return outside + sum;
        }

        void step() {
            switch (text.charAt(at)) {
                case '\\' -> escape();
                case '[' -> atom(classEnd());
                case '(' -> begin();
                case ')' -> end();
                case '|' -> alternative();
                case '*', '+', '?' -> repeat(2, at + 1);
                case '{' -> repetition();
                case '^', '$', '.' -> atom(at + 1);
                default -> character();
            }
        }

        private void character() {
            add(1);
            literal += plain ? 1 : 0;
            at++;
        }

        private void atom(int next) {
            plain = false;
            add(1);
            at = Math.min(next, text.length());
        }

        private void add(long atom) {
            last = atom;
            sum += atom;
        }

        private void escape() {
            if (text.startsWith("\\Q", at)) {
                int end = text.indexOf("\\E", at + 2);
                int next = end < 0 ? text.length() : end + 2;
                sum += next - at;
                atom(next);
                return;
            }
            boolean named = at + 2 < text.length() && "pPx".indexOf(text.charAt(at + 1)) >= 0;
            int brace = named && text.charAt(at + 2) == '{' ? text.indexOf('}', at) : -1;
            atom(brace < 0 ? at + 2 : brace + 1);
        }

        /// Where the class ends that begins here. A bracket that comes first is one of its characters.
        private int classEnd() {
            int i = at + 1;
            i += text.startsWith("^", i) ? 1 : 0;
            i += text.startsWith("]", i) ? 1 : 0;
            while (i < text.length() && text.charAt(i) != ']') {
                int named = text.startsWith("[:", i) ? text.indexOf(":]", i) : -1;
                i = named >= 0 ? named + 2 : i + (text.charAt(i) == '\\' ? 2 : 1);
            }
            return i + 1;
        }

        private void begin() {
            plain = false;
            open.push(sum);
            outside += sum;
            sum = 0;
            last = 0;
            at++;
        }

        private void end() {
            plain = false;
            if (!open.isEmpty()) {
                long before = open.pop();
                long group = sum + 2;
                outside -= before;
                sum = before;
                add(group);
            }
            at++;
        }

        private void alternative() {
            alternatives |= open.isEmpty();
            plain = false;
            sum++;
            last = 0;
            at++;
        }

        /// `{2}`, `{2,}` or `{2,5}`; a brace that says none of these stands for itself.
        private void repetition() {
            int end = text.indexOf('}', at);
            String counts = end < 0 ? "" : text.substring(at + 1, end);
            if (!counts.matches("[0-9]{1,4}(,[0-9]{0,4})?")) {
                repeat(1, at + 1);
                return;
            }
            long times = 1;
            for (String count : counts.split(",")) {
                times = Math.max(times, Long.parseLong(count));
            }
            repeat(times, end + 1);
        }

        /// What is repeated may also be left out, so it is no part of the literal.
        private void repeat(long times, int next) {
            literal -= plain && literal > 0 ? 1 : 0;
            plain = false;
            sum += last * (times - 1);
            last *= times;
            at = next;
        }
    }
}
