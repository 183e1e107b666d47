package dev.tidegate.controller.annotation;

import dev.tidegate.controller.diagnostic.DiagnosticReason;
import java.util.List;
import java.util.Set;

/// The annotations about buffers: bodies are passed on as they come, so there is nothing to size, and nothing
/// lies on a disk. What is read is whether they make sense, and whether they ask for what cannot be had: the
/// head of an answer may have 64 KiB, whatever is asked for below that.
final class BufferFamily implements AnnotationFamily {

    private static final String HEAD = "proxy-buffer-size";
    private static final Set<String> SIZES =
            Set.of("client-body-buffer-size", "proxy-busy-buffers-size", "proxy-max-temp-file-size", HEAD);
    private static final Set<String> SWITCHES = Set.of("proxy-buffering", "proxy-request-buffering");
    private static final String NUMBER = "proxy-buffers-number";

    private static final long HEAD_BYTES = 64 * 1024;

    @Override
    public Set<String> names() {
        return Set.of(
                "client-body-buffer-size",
                "proxy-busy-buffers-size",
                "proxy-max-temp-file-size",
                HEAD,
                "proxy-buffering",
                "proxy-request-buffering",
                NUMBER);
    }

    @Override
    public List<Effect> read(ValueReader annotations, Settings settings) {
        for (String name : SIZES) {
            annotations.read(name, ValueType.BODY_SIZE).ifPresent(size -> {
                if (name.equals(HEAD) && size.maxBytes() > HEAD_BYTES) {
                    annotations.warning(
                            HEAD,
                            DiagnosticReason.UNSUPPORTED_ANNOTATION,
                            annotations.text(HEAD).orElse("") + " (expected: at most 64k, which is the limit for all)");
                }
            });
        }
        SWITCHES.forEach(name -> annotations.read(name, ValueType.ON_OFF));
        annotations.read(NUMBER, ValueType.COUNT);
        return List.of();
    }
}
