package dev.tidegate.controller.process;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// Waits for somebody to end the process: SIGTERM, or SIGINT from a keyboard.
///
/// The first signal is an invitation, and the process ends by itself when it has drained, with exit code 0. The
/// second ends it at once. A shutdown hook could do neither: the JVM would exit with 143, and not hear a second
/// signal.
///
/// `sun.misc.Signal` is the JDK's only way to hear one. JEP 260 keeps it, but the compiler warns of it in a way
/// that cannot be silenced, hence the reflection.
public final class StopSignal {

    private static final int KILLED_BY_SIGNAL = 128;

    private final CountDownLatch stop = new CountDownLatch(1);

    private StopSignal() {}

    /// Takes the two signals over, for the whole process.
    public static StopSignal install() {
        StopSignal installed = new StopSignal();
        try {
            installed.hear("TERM");
            installed.hear("INT");
        } catch (ReflectiveOperationException absent) {
            throw new IllegalStateException("this JDK has no sun.misc.Signal", absent);
        }
        return installed;
    }

    public void await() throws InterruptedException {
        stop.await();
    }

    private void hear(String name) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Method number = signal.getMethod("getNumber");
        Object listener = Proxy.newProxyInstance(
                StopSignal.class.getClassLoader(),
                new Class<?>[] {handler},
                (proxy, method, arguments) -> answer(proxy, method, arguments, number));
        signal.getMethod("handle", signal, handler)
                .invoke(null, signal.getConstructor(String.class).newInstance(name), listener);
    }

    @SuppressWarnings("ReferenceEquality") // what `equals` means where nobody wrote one
    private @Nullable Object answer(Object proxy, Method method, Object[] arguments, Method number)
            throws ReflectiveOperationException {
        return switch (method.getName()) {
            case "handle" -> {
                onSignal((int) number.invoke(arguments[0]));
                yield null;
            }
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "StopSignal";
        };
    }

    private void onSignal(int number) {
        if (stop.getCount() == 0) {
            Runtime.getRuntime().halt(KILLED_BY_SIGNAL + number);
        }
        stop.countDown();
    }
}
