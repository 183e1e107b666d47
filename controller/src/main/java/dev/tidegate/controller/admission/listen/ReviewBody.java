package dev.tidegate.controller.admission.listen;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/// Reads the body of one request, within limits.
///
/// One that is too large is read to its end and thrown away: who is answered while he still writes may never see the
/// answer. Threads: one event loop.
final class ReviewBody {

    /// Why a body was not read, as a status and a line.
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;

        Refused(int status, String line) {
            super(line, null, false, false);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private final ListenLimits limits;
    private final BodyBudget budget;
    private final Promise<Buffer> read = Promise.promise();
    private final Buffer body = Buffer.buffer();
    private long bytes;
    private boolean overBudget;

    private ReviewBody(ListenLimits limits, BodyBudget budget) {
        this.limits = limits;
        this.budget = budget;
    }

    /// Fails: with [Refused], or as the connection does. What was taken of the budget is the caller's to give back.
    static Future<Buffer> read(Vertx vertx, HttpServerRequest request, ListenLimits limits, BodyBudget budget) {
        ReviewBody reading = new ReviewBody(limits, budget);
        long timer = vertx.setTimer(
                limits.bodyTime().toMillis(),
                _ -> reading.refuse(
                        408, "body: not here after " + limits.bodyTime().toMillis() + " ms (expected: sooner)"));
        request.handler(reading::part).endHandler(_ -> reading.end()).exceptionHandler(reading.read::tryFail);
        return reading.read.future().onComplete(_ -> {
            vertx.cancelTimer(timer);
            if (reading.read.future().failed()) {
                reading.release();
            }
        });
    }

    private void part(Buffer part) {
        if (read.future().isComplete()) {
            return;
        }
        bytes += part.length();
        if (bytes > limits.bodyBytes() || overBudget) {
            return;
        }
        if (budget.take(part.length())) {
            body.appendBuffer(part);
        } else {
            overBudget = true;
        }
    }

    private void end() {
        if (bytes > limits.bodyBytes()) {
            refuse(413, "body: " + bytes + " bytes (expected: at most " + limits.bodyBytes() + ")");
        } else if (overBudget) {
            refuse(503, "busy: reviews of " + limits.budgetBytes() + " bytes are being decided (expected: fewer)");
        } else {
            read.tryComplete(body);
        }
    }

    private void refuse(int status, String line) {
        read.tryFail(new Refused(status, line));
    }

    private void release() {
        budget.giveBack(body.length());
    }
}
