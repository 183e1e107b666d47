package dev.tidegate.gateway.upstream;

import dev.tidegate.gateway.failure.ProxyFailure;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.vertx.core.MultiMap;
import org.jspecify.annotations.Nullable;

/// What happens to one request on its way through an endpoint. All calls come on the event loop, in this order:
/// `ready`, any number of `informed`, `answered`, any number of `received`, `ended`; or `failed` at any point, and
/// then nothing more.
public interface UpstreamListener {

    /// A connection is there; the request may be sent.
    void ready(UpstreamStream stream);

    /// An interim response: 100 or 103.
    void informed(int status, MultiMap headers);

    /// The final response's head. `hop` fields are still among the headers.
    void answered(int status, String phrase, MultiMap headers);

    /// A piece of the body; the listener owns it and releases it.
    void received(ByteBuf chunk);

    /// All that one read from the endpoint brought has been told.
    void paused();

    /// The response is complete. `trailers` is null where there are none.
    void ended(@Nullable MultiMap trailers);

    /// The endpoint switched protocols: from here the channel belongs to the listener.
    void switched(MultiMap headers, Channel channel);

    /// The endpoint can take more of the request's body.
    void writable();

    /// No more will come. What is to be sent once more goes where the listener likes.
    void failed(ProxyFailure failure, Resend resend);
}
