package dev.tidegate.e2e;

import io.grpc.stub.StreamObserver;
import java.util.function.Consumer;

/// The server's end of what a client streams: ends as the client does.
class Listening implements StreamObserver<String> {

    private final Consumer<String> onMessage;
    private final StreamObserver<String> answers;

    Listening(Consumer<String> onMessage, StreamObserver<String> answers) {
        this.onMessage = onMessage;
        this.answers = answers;
    }

    @Override
    public void onNext(String message) {
        onMessage.accept(message);
    }

    @Override
    public void onError(Throwable cancelled) {
        // nobody is left to be told
    }

    @Override
    public void onCompleted() {
        answers.onCompleted();
    }
}
