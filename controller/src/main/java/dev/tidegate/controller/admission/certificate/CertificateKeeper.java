package dev.tidegate.controller.admission.certificate;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the certificate again and again, so that it is right and stays so. What keeps it from that is told once,
/// and tried again; nothing else waits for it.
///
/// Threads: `start` and `close` are called once, by one thread; one of its own does the rest.
public final class CertificateKeeper implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(CertificateKeeper.class);

    /// One look at a certificate, which makes right what is not.
    @FunctionalInterface
    interface Look {
        void look() throws CertificateTrouble;
    }

    private final Look look;
    private final KeepPace pace;
    private final Runnable atEnd;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicLong failures = new AtomicLong();
    private final Thread thread;
    private String told = "";
    private int inARow;

    /// `atEnd`: what to close, once nobody looks any more.
    CertificateKeeper(Look look, KeepPace pace, Runnable atEnd) {
        this.look = requireNonNull(look);
        this.pace = requireNonNull(pace);
        this.atEnd = requireNonNull(atEnd);
        this.thread = Thread.ofPlatform().daemon().name("webhook-certificate").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /// How many looks have failed since the start.
    public long failures() {
        return failures.get();
    }

    private void run() {
        try {
            do {
                lookOnce();
            } while (!closed.await(pace.after(inARow).toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookOnce() {
        try {
            look.look();
            if (inARow > 0) {
                log.info("admission webhook: the certificate is right again");
            }
            inARow = 0;
            told = "";
        } catch (CertificateTrouble trouble) {
            failed(String.valueOf(trouble.getMessage()));
        } catch (RuntimeException fault) {
            failed("internal fault: " + fault);
        }
    }

    private void failed(String line) {
        failures.incrementAndGet();
        inARow++;
        if (!line.equals(told) && closed.getCount() > 0) {
            told = line;
            log.warn("admission webhook: {}; trying again", line);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        thread.interrupt(); // a request to an API server that is silent may take seconds
        try {
            if (thread.isAlive()) {
                thread.join(1_000);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        atEnd.run();
    }
}
