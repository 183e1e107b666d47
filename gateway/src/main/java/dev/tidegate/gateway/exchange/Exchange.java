package dev.tidegate.gateway.exchange;

import dev.tidegate.gateway.balance.Destination;
import dev.tidegate.gateway.decide.AnswerFields;
import dev.tidegate.gateway.decide.BackendFields;
import dev.tidegate.gateway.decide.Decision;
import dev.tidegate.gateway.decide.OwnAnswer;
import dev.tidegate.gateway.decide.RequestFacts;
import dev.tidegate.gateway.decide.RequestValues;
import dev.tidegate.gateway.failure.FailureAnswer;
import dev.tidegate.gateway.failure.ProxyFailure;
import dev.tidegate.gateway.observe.AccessLog;
import dev.tidegate.gateway.request.ClientOrigin;
import dev.tidegate.gateway.request.RequestFields;
import dev.tidegate.gateway.request.RequestHead;
import dev.tidegate.gateway.table.AnswerRewrite;
import dev.tidegate.gateway.table.Backend;
import dev.tidegate.gateway.table.Captures;
import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.table.ForwardedPrefix;
import dev.tidegate.gateway.table.Limits;
import dev.tidegate.gateway.table.Policies;
import dev.tidegate.gateway.table.Provenance;
import dev.tidegate.gateway.table.Reason;
import dev.tidegate.gateway.table.Rewrite;
import dev.tidegate.gateway.table.Route;
import dev.tidegate.gateway.table.RouteAction;
import dev.tidegate.gateway.table.RouteMatch;
import dev.tidegate.gateway.table.RoutingTable;
import dev.tidegate.gateway.table.UpstreamHost;
import dev.tidegate.gateway.upstream.BackendPools;
import dev.tidegate.gateway.upstream.EndpointPicker;
import dev.tidegate.gateway.upstream.EndpointPool;
import dev.tidegate.gateway.upstream.Resend;
import dev.tidegate.gateway.upstream.UpstreamStream;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.internal.net.NetSocketInternal;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// One request on its way: it reads the table once, finds its route, asks the route's policies, is proxied to an
/// endpoint (and to another, if the first never got it), and is logged once, whatever became of it.
///
/// States: *begun* → `route` → *forwarding*, with an [Attempt] out → `answered` → *streaming* → *done*. From any
/// state before the answer's head was taken over `refuse` answers instead, after it `abort` breaks off; `switched`
/// turns the exchange into a [Tunnel]. Every path ends in `finish`, once.
///
/// Threads: the event loop that accepted the connection, and no other.
final class Exchange implements Watched, RequestBody.Owner {

    private static final long RESET_INTERNAL = 0x2;
    private static final String REFRESH = "refresh";

    private final ExchangeLoop loop;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final boolean secure;
    private final boolean http2;
    private final ClientConnection client;
    private final WatchList.Place place = new WatchList.Place();
    private final long begunNs = System.nanoTime();
    private final RoutingTable table;
    private final RequestBody body;
    private final ResponseRelay relay;
    private final UpstreamTrace trace = new UpstreamTrace();

    private @Nullable RequestHead head;
    private RouteOwners.Owned owned;
    private Policies policies = Policies.NONE;
    private Captures captures = Captures.NONE;

    private @Nullable Forwarded forwarding;
    private @Nullable Aim aim;
    private @Nullable Attempt attempt;
    private @Nullable Tunnel tunnel;
    private boolean asksToClose;
    private boolean counted;
    private boolean sent;
    private List<Endpoint> barred = List.of();
    private @Nullable Resends resends;
    private int status;
    private int ownBytes;
    private @Nullable Reason reason;
    /// The last of the answer is being written, and with it HTTP/2 may close the stream: nobody has gone.
    private boolean ending;

    private boolean done;

    Exchange(ExchangeLoop loop, HttpServerRequest request, boolean secure) {
        this.loop = loop;
        this.request = request;
        this.response = request.response();
        this.secure = secure;
        this.http2 = request.version() == HttpVersion.HTTP_2;
        this.client = ClientConnection.of(request.connection());
        this.table = loop.active().current().table();
        this.owned = loop.owners().nobody();
        this.body = new RequestBody(request, this);
        this.relay = new ResponseRelay(request);
        client.began();
        loop.metrics().begun();
        loop.exchanges().add(this, place);
        response.exceptionHandler(_ -> clientGone());
        response.closeHandler(_ -> clientGone());
    }

    // ---- accept and match

    void begin() {
        RequestFields fields = RequestFields.read(request.headers());
        if (http2 || fields.chunked() || fields.length() > 0) {
            body.listen();
        } else {
            body.none();
        }
        asksToClose = fields.close();
        head = RequestHead.read(request, fields, secure, table.forwarding(), client.peer());
        if (head == null) {
            refuse(Reason.BAD_REQUEST);
        } else if (request.method().equals(HttpMethod.CONNECT)) {
            refuse(Reason.UNSUPPORTED_REQUEST);
        } else if (table.provenance().equals(Provenance.NONE)) {
            refuse(Reason.NOT_READY);
        } else {
            route(head);
        }
    }

    private void route(RequestHead asked) {
        switch (table.match(asked.host(), asked.target().path())) {
            case RouteMatch.NoHost _ -> refuse(Reason.NO_HOST);
            case RouteMatch.NoPath none -> answer(Decision.ofRest(facts(asked), none.host()));
            case RouteMatch.Found found -> follow(found, asked);
        }
    }

    private void follow(RouteMatch.Found found, RequestHead asked) {
        Route route = found.route();
        policies = route.policies();
        captures = found.captures();
        Backend backend =
                route.action() instanceof RouteAction.Forward forward ? table.backend(forward.backend()) : null;
        owned = loop.owners().of(table, found.host(), route, backend);
        OwnAnswer answer = Decision.of(facts(asked), found.host(), route);
        if (answer == null) {
            prepare(asked, aimed(route, asked, backend));
        } else {
            answer(answer);
        }
    }

    /// The backend that the request goes to, and how an endpoint of it is picked where they do not take turns.
    private @Nullable Backend aimed(Route route, RequestHead asked, @Nullable Backend own) {
        if (own == null || (policies.balancing() == null && policies.canary() == null)) {
            return own;
        }
        HeadView view = new HeadView(request, asked);
        Destination to = Destination.of(policies, own, table, view, ThreadLocalRandom.current());
        aim = Aim.of(to.balancing(), route.path(), to.backend(), view, loop.clock());
        return to.backend();
    }

    private RequestFacts facts(RequestHead asked) {
        ClientOrigin origin = asked.origin();
        return new RequestFacts(
                request.method().name(),
                origin(),
                origin.ip(),
                origin.scheme(),
                secure,
                origin.host(),
                asked.target().path(),
                asked.target().text(),
                asked.fields().length(),
                loop.options().httpsPort());
    }

    /// What the backend says of itself becomes what clients know it by.
    private void rewriteFields() {
        AnswerRewrite rules = policies.answerRewrite();
        if (rules == null) {
            return;
        }
        MultiMap fields = response.headers();
        if (fields.contains(HttpHeaders.SET_COOKIE)) {
            fields.set(
                    HttpHeaders.SET_COOKIE,
                    fields.getAll(HttpHeaders.SET_COOKIE).stream()
                            .<CharSequence>map(cookie -> BackendFields.cookie(cookie, rules))
                            .toList());
        }
        String location = fields.get(HttpHeaders.LOCATION);
        if (location != null) {
            fields.set(HttpHeaders.LOCATION, BackendFields.location(location, rules));
        }
        String refresh = fields.get(REFRESH);
        if (refresh != null) {
            fields.set(REFRESH, BackendFields.refresh(refresh, rules));
        }
    }

    /// What every answer to this request says, whoever gives it.
    private void addFields() {
        AnswerFields.of(secure, origin(), policies, table.answers(), new ResponseSink(response.headers()));
    }

    /// Looked for only where it has a say.
    private @Nullable String origin() {
        return policies.cors() == null ? null : request.headers().get(HttpHeaders.ORIGIN);
    }

    private void answer(OwnAnswer answer) {
        if (answer.location() != null) {
            response.headers().set(HttpHeaders.LOCATION, answer.location());
        }
        refuse(answer.reason(), answer.status());
    }

    private void prepare(RequestHead asked, @Nullable Backend to) {
        body.limit(policies.bodyLimit().maxBytes());
        if (to == null) {
            refuse(Reason.INTERNAL);
        } else if (to.endpoints().isEmpty()) {
            refuse(to.whenEmpty());
        } else if (isBarred(asked, to)) {
            refuse(Reason.POLICY_DENIED_CLIENT);
        } else if (asked.fields().upgrade() != null && to.protocol().multiplexed()) {
            refuse(Reason.UNSUPPORTED_REQUEST);
        } else if (admitted(asked)) {
            rewrite(asked, to);
        }
    }

    /// Refuses the request if its client has had enough.
    private boolean admitted(RequestHead asked) {
        Limits limits = policies.limits();
        if (limits == null) {
            return true;
        }
        Reason refusal = loop.limits().admit(limits, asked.origin().ip());
        if (refusal == null) {
            counted = true;
            return true;
        }
        refuse(refusal, limits.status(refusal));
        return false;
    }

    private void rewrite(RequestHead asked, Backend to) {
        Rewrite rewrite = policies.rewrite();
        UpstreamHost host = policies.upstreamHost();
        if (rewrite == null && host == null) {
            forwarding = new Forwarded(asked, to, asked.target().text(), null, null);
            forwardOnceFramed(asked);
            return;
        }
        RequestValues values = new RequestValues(facts(asked), to);
        String path = rewrite == null ? asked.target().path() : rewrite.path(captures, values);
        if (path == null) {
            refuse(Reason.BAD_REQUEST);
            return;
        }
        ForwardedPrefix prefix = policies.forwardedPrefix();
        forwarding = new Forwarded(
                asked,
                to,
                asked.target().withPath(path),
                prefix == null ? null : prefix.header(captures, values),
                host == null ? null : host.of(values));
        forwardOnceFramed(asked);
    }

    /// Does every endpoint of the backend refuse this client?
    private boolean isBarred(RequestHead asked, Backend to) {
        if (to.clients().isEverybody()) {
            return false;
        }
        barred = to.barredTo(asked.origin().ip().bytes());
        return barred.size() == to.endpoints().size();
    }

    /// An HTTP/2 request without a length may have no body; the end of its stream, if it came along, is told right
    /// after this handler returns.
    private void forwardOnceFramed(RequestHead asked) {
        if (http2 && asked.fields().length() < 0) {
            loop.eventLoop().execute(this::forward);
        } else {
            forward();
        }
    }

    // ---- pick and proxy

    private void forward() {
        if (done) {
            return;
        }
        BackendPools pools = pools();
        EndpointPicker picker = aim == null ? pools : aim.among(pools);
        Resends again = resends;
        EndpointPool pool = again == null ? picker.pick(barred) : again.pick(picker);
        if (pool == null) {
            refuse(reason == null ? Reason.NO_ENDPOINTS : reason);
            return;
        }
        Attempt next = new Attempt(this, pool.endpoint());
        attempt = next;
        trace.tried(pool.name());
        if (again == null) {
            pool.open(next, policies.timeouts().connect());
        } else {
            again.open(pool, next, policies.timeouts().connect());
        }
    }

    private BackendPools pools() {
        return loop.upstreams().of(known(forwarding).backend());
    }

    void connected(Attempt with, UpstreamStream stream) {
        boolean hasBody = !body.complete() || body.started();
        Forwarded to = known(forwarding);
        try {
            stream.send(new ForwardedRequest(
                    request,
                    to.head(),
                    to.target(),
                    to.prefix(),
                    to.host(),
                    stream.endpoint(),
                    table.forwarding(),
                    to.backend().protocol(),
                    hasBody));
        } catch (IllegalArgumentException unencodable) {
            with.abandon();
            refuse(Reason.BAD_REQUEST);
            return;
        }
        sent = true;
        if (hasBody) {
            body.flowTo(stream);
        }
    }

    void attemptFailed(ProxyFailure failure, Resend resend) {
        trace.answered(failure.reason().status() == 504 ? "504" : "502");
        trace.took(System.nanoTime() - known(attempt).startedNs());
        if (aim != null) {
            aim.failed(pools(), known(attempt).endpoint());
        }
        if (relay.begun()) {
            abort(failure.reason());
        } else if (mayTryAgain(resend)) {
            reason = failure.reason();
            loop.metrics().retried();
            forward();
        } else {
            refuse(failure.reason());
        }
    }

    private boolean mayTryAgain(Resend resend) {
        Resends again = resends == null ? new Resends(loop.options().maxTries(), barred) : resends;
        resends = again;
        boolean wasSent = sent;
        sent = false;
        boolean bodyless = !body.started() && body.complete();
        return again.allow(known(attempt).endpoint(), resend, wasSent, request.method(), bodyless);
    }

    void informed(int interim, MultiMap fields) {
        if (interim == 100) {
            response.writeContinue();
        } else if (interim == 103) {
            response.writeEarlyHints(fields);
        }
    }

    void answered(int finalStatus, String phrase, MultiMap fields) {
        status = finalStatus;
        trace.answered(Integer.toString(finalStatus));
        if (aim != null) {
            Attempt by = known(attempt);
            aim.answered(pools(), by.endpoint(), System.nanoTime() - by.startedNs());
            aim.mark(response.headers());
        }
        relay.head(finalStatus, phrase, fields, loop.date(), closing(), table.answers());
        rewriteFields();
        addFields();
    }

    private boolean closing() {
        return asksToClose || client.closing();
    }

    void received(ByteBuf chunk) {
        relay.chunk(chunk, known(known(attempt).stream()));
    }

    void upstreamPaused() {
        UpstreamStream stream = known(attempt).stream();
        if (stream != null) {
            relay.settle(stream);
        }
    }

    void upstreamWritable() {
        body.writable();
    }

    void upstreamEnded(@Nullable MultiMap trailers) {
        trace.took(System.nanoTime() - known(attempt).startedNs());
        reason = null;
        ending = true;
        release();
        relay.end(trailers);
        boolean unread = !body.complete();
        finish();
        if (unread) {
            body.discard();
        }
        leaveConnection(unread || relay.closes());
    }

    void switched(MultiMap fields, Channel endpoint) {
        status = 101;
        trace.answered("101");
        if (aim != null) {
            aim.mark(response.headers());
        }
        ResponseFields.copy(fields, response.headers(), loop.date(), table.answers());
        response.headers().set(HttpHeaders.CONNECTION, HttpHeaders.UPGRADE);
        response.headers().set(HttpHeaders.UPGRADE, known(fields.get(HttpHeaders.UPGRADE)));
        request.toNetSocket().onComplete(socket -> {
            if (socket.failed()) {
                endpoint.close();
                abort(Reason.CLIENT_CLOSED);
                return;
            }
            Tunnel joined = new Tunnel((NetSocketInternal) socket.result(), endpoint, this::tunnelEnded);
            tunnel = joined;
            joined.join();
        });
    }

    private void tunnelEnded() {
        trace.took(System.nanoTime() - known(attempt).startedNs());
        reason = null;
        finish();
    }

    // ---- the unhappy paths

    /// What it takes to forward a request: who asks, where it goes, and as what: its target, and what the backend is
    /// told that was before it; and the host that it is asked for, if not the client's.
    private record Forwarded(
            RequestHead head,
            Backend backend,
            String target,
            @Nullable String prefix,
            @Nullable String host) {}

    /// Answers a request that was never understood; nothing of its connection can be read on.
    void refuseUnread(ProxyFailure failure) {
        body.none();
        refuse(failure.reason());
        client.closeAfterWrites();
    }

    /// A bug of ours came up: the client gets an answer all the same.
    void fault() {
        failLate(Reason.INTERNAL);
    }

    private void refuse(Reason why) {
        refuse(why, why.status());
    }

    private void refuse(Reason why, int with) {
        if (done) {
            return;
        }
        if (attempt != null) {
            attempt.abandon();
        }
        reason = why;
        status = with;
        ResponseFields.addOwn(response.headers(), loop.date());
        addFields();
        boolean unread = !body.complete();
        boolean closes = !http2 && (unread || closing());
        if (closes) {
            response.headersEndHandler(_ -> response.headers().set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE));
        }
        ending = true;
        release();
        ownBytes = FailureAnswer.write(response, why, with);
        finish();
        if (unread) {
            body.discard();
        }
        leaveConnection(closes);
    }

    /// The answer's head is out, so the only honest thing left is to break off (RFC 9112 §8, RFC 9113 §8.1.1).
    private void abort(Reason why) {
        if (done) {
            return;
        }
        if (attempt != null) {
            attempt.abandon();
        }
        relay.drop();
        reason = why;
        finish();
        if (http2) {
            response.reset(RESET_INTERNAL);
        } else {
            request.connection().close();
        }
    }

    private void clientGone() {
        if (done || ending || tunnel != null) {
            return;
        }
        if (attempt != null) {
            attempt.abandon();
        }
        relay.drop();
        body.discard();
        reason = Reason.CLIENT_CLOSED;
        status = Reason.CLIENT_CLOSED.status();
        finish();
    }

    /// After an HTTP/1 answer that said so, the connection closes; at once, or when the client has sent what it was
    /// sending.
    private void leaveConnection(boolean closes) {
        if (!closes || http2) {
            return;
        }
        if (body.complete()) {
            client.closeAfterWrites();
        } else {
            client.linger();
        }
    }

    @Override
    public void bodyTooLarge() {
        if (relay.begun()) {
            abort(Reason.BODY_TOO_LARGE);
        } else {
            refuse(Reason.BODY_TOO_LARGE);
        }
    }

    @Override
    public void bodyBroken(Throwable cause) {
        clientGone();
    }

    @Override
    public void check(long nowNs) {
        Attempt out = attempt;
        Tunnel joined = tunnel;
        if (joined != null) {
            if (nowNs - joined.activeNs() > policies.timeouts().read().toNanos()) {
                joined.end();
            }
        } else if (relay.stuckSince(nowNs - loop.options().responseSilence().toNanos())) {
            abort(Reason.CLIENT_CLOSED);
        } else if (body.silentSince(nowNs - loop.options().bodySilence().toNanos())) {
            failLate(Reason.REQUEST_TIMEOUT);
        } else if (out != null) {
            check(out, nowNs);
        }
    }

    private void check(Attempt out, long nowNs) {
        long silentNs = nowNs - out.activeNs();
        if (out.stream() == null) {
            if (silentNs > policies.timeouts().connect().toNanos() * 2) {
                out.abandon();
                attemptFailed(ProxyFailure.of(Reason.CONNECT_TIMEOUT, "no connection in time"), Resend.ALWAYS);
            }
        } else if (!relay.paused()
                && body.complete()
                && silentNs > policies.timeouts().read().toNanos()) {
            if (aim != null) {
                aim.failed(pools(), out.endpoint());
            }
            failLate(Reason.UPSTREAM_TIMEOUT);
        } else if (!body.complete()
                && body.paused()
                && silentNs > policies.timeouts().send().toNanos()) {
            failLate(Reason.UPSTREAM_TIMEOUT);
        }
    }

    private void failLate(Reason why) {
        if (relay.begun()) {
            abort(why);
        } else {
            refuse(why);
        }
    }

    // ---- log once

    private void finish() {
        if (done) {
            return;
        }
        done = true;
        release();
        loop.exchanges().remove(place);
        client.ended();
        ExchangeOutcome outcome = outcome();
        owned.counters().count(outcome.status(), outcome.durationNs(), outcome.requestBytes(), outcome.responseBytes());
        loop.metrics().ended();
        if (reason != null) {
            loop.metrics().refused(reason);
        }
        AccessLog log = loop.accessLog();
        if (log != null && policies.logged()) {
            log.offer(outcome.record(
                    request,
                    head,
                    secure,
                    client.peer(),
                    owned.owner(),
                    trace,
                    table.provenance().generation(),
                    loop.clock().millis()));
        }
    }

    /// Before the last byte is out, so that a client that asks again at once finds its place free.
    private void release() {
        Limits limits = policies.limits();
        if (counted && limits != null) {
            counted = false;
            loop.limits().release(limits, known(head).origin().ip());
        }
    }

    private ExchangeOutcome outcome() {
        long durationNs = System.nanoTime() - begunNs;
        Tunnel joined = tunnel;
        if (joined != null) {
            return new ExchangeOutcome(status, durationNs, joined.toEndpoint(), joined.toClient(), reason);
        }
        long responseBytes = relay.begun() ? relay.bytes() : ownBytes;
        return new ExchangeOutcome(status, durationNs, body.bytes(), responseBytes, reason);
    }

    private static <T> T known(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("asked for before it was known");
        }
        return value;
    }
}
