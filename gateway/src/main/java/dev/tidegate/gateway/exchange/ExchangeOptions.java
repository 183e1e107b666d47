package dev.tidegate.gateway.exchange;

import java.time.Duration;

/// What bounds a client's side of an exchange, whatever its route.
///
/// `bodySilence`: the longest pause while a body is being sent to us; `responseSilence`: the longest time in which a
/// client takes nothing of its response; `keepAlive`: how long a connection may idle between requests; `head`: how
/// long a client may take over a request's head, from its first byte; `linger`: how long the rest of a refused
/// request is still read, so that the client sees the answer before the connection closes; `httpsPort`: the port that
/// redirects name where a policy asks for one.
public record ExchangeOptions(
        Duration bodySilence,
        Duration responseSilence,
        Duration keepAlive,
        Duration head,
        Duration linger,
        int maxTries,
        int httpsPort) {

    public static final ExchangeOptions DEFAULT = new ExchangeOptions(
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofSeconds(75),
            Duration.ofSeconds(60),
            Duration.ofSeconds(5),
            3,
            443);
}
