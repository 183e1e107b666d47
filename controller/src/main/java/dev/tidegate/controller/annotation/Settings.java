package dev.tidegate.controller.annotation;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.policy.PolicyMode;
import dev.tidegate.gateway.table.Forwarding;
import dev.tidegate.gateway.table.ResourceRef;
import dev.tidegate.gateway.table.RoutePolicy.BodyLimit;
import dev.tidegate.gateway.table.RoutePolicy.HttpsRedirect;
import dev.tidegate.gateway.table.RoutePolicy.Timeouts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the global ConfigMap says, or the defaults where it is silent. Keys bear the names ingress-nginx gives them.
///
/// `quickest`: endpoints do not take turns; the quicker of two is asked. `networkPolicy`: what is made of network
/// policies; `policiesUnread`: the command line says that none are to be read.
/// `accessKeys`: keys that are set, decide access, and cannot be honoured.
public record Settings(
        RedirectRule redirect,
        Timeouts timeouts,
        BodyLimit bodyLimit,
        Forwarding forwarding,
        boolean quickest,
        PolicyMode networkPolicy,
        boolean policiesUnread,
        List<String> accessKeys,
        List<Diagnostic> diagnostics) {

    public static final Settings DEFAULT = new Settings(
            RedirectRule.DEFAULT,
            Timeouts.DEFAULT,
            new BodyLimit(1 << 20),
            Forwarding.TRUST_NOBODY,
            false,
            PolicyMode.EXPLAIN,
            false,
            List.of(),
            List.of());

    /// What is made of network policies: the ConfigMap's key, and the annotation's name.
    public static final String NETWORK_POLICY = "network-policy";

    static final String GLOBAL_AUTH = "global-auth-url";

    private static final String REDIRECT_ON_TLS = "ssl-redirect";
    private static final String REDIRECT_ALWAYS = "force-ssl-redirect";
    private static final String REDIRECT_STATUS = "http-redirect-code";
    private static final String REDIRECT_EXEMPT = "no-tls-redirect-locations";

    private static final Set<String> HONOURED = Stream.concat(
                    ForwardingSettings.KEYS.stream(),
                    Stream.of(
                            REDIRECT_ON_TLS,
                            REDIRECT_ALWAYS,
                            REDIRECT_STATUS,
                            REDIRECT_EXEMPT,
                            RedirectFamily.NAME_PORT,
                            TimeoutFamily.CONNECT,
                            TimeoutFamily.READ,
                            TimeoutFamily.SEND,
                            BodyFamily.SIZE,
                            BalancingFamily.ALGORITHM,
                            NETWORK_POLICY))
            .collect(Collectors.toUnmodifiableSet());

    public Settings {
        requireNonNull(redirect);
        requireNonNull(timeouts);
        requireNonNull(bodyLimit);
        requireNonNull(forwarding);
        requireNonNull(networkPolicy);
        accessKeys = List.copyOf(accessKeys);
        diagnostics = List.copyOf(diagnostics);
    }

    /// The defaults, but for what the command line says of network policies.
    public static Settings of(PolicyMode networkPolicy) {
        return new Settings(
                DEFAULT.redirect,
                DEFAULT.timeouts,
                DEFAULT.bodyLimit,
                DEFAULT.forwarding,
                DEFAULT.quickest,
                networkPolicy,
                networkPolicy == PolicyMode.OFF,
                DEFAULT.accessKeys,
                DEFAULT.diagnostics);
    }

    /// Shape: the ConfigMap's `data`, and what the command line says of network policies → settings. Total: what cannot
    /// be read keeps its default and is told.
    public static Settings read(ResourceRef configMap, Map<String, String> data, PolicyMode byFlag) {
        ValueReader values = ValueReader.ofConfigMap(configMap, data);
        RedirectRule redirect = redirect(values);
        Timeouts timeouts = TimeoutFamily.read(values, Timeouts.DEFAULT);
        BodyLimit bodyLimit = values.read(BodyFamily.SIZE, ValueType.BODY_SIZE).orElse(DEFAULT.bodyLimit());
        Forwarding forwarding = ForwardingSettings.read(values);
        boolean quickest = BalancingFamily.quickest(values).orElse(DEFAULT.quickest());
        List<String> accessKeys =
                new UnhonouredNames(KnownNames.SETTINGS, DiagnosticReason.INVALID_SETTING).report(values, HONOURED);
        PolicyMode networkPolicy = networkPolicy(values, byFlag);
        return new Settings(
                redirect,
                timeouts,
                bodyLimit,
                forwarding,
                quickest,
                networkPolicy,
                byFlag == PolicyMode.OFF,
                accessKeys,
                values.findings());
    }

    /// The ConfigMap that the command line names does not exist (yet): defaults, and a word about it.
    public static Settings missing(ResourceRef configMap, PolicyMode networkPolicy) {
        return of(networkPolicy)
                .with(List.of(Diagnostic.warning(
                        configMap,
                        "",
                        DiagnosticReason.INVALID_SETTING,
                        "not found; all settings have their defaults")));
    }

    /// The same, with this to say about it.
    public Settings with(List<Diagnostic> diagnostics) {
        return new Settings(
                redirect,
                timeouts,
                bodyLimit,
                forwarding,
                quickest,
                networkPolicy,
                policiesUnread,
                accessKeys,
                diagnostics);
    }

    static Set<String> honouredKeys() {
        return HONOURED;
    }

    private static RedirectRule redirect(ValueReader values) {
        RedirectRule otherwise = RedirectRule.DEFAULT;
        return new RedirectRule(
                values.read(REDIRECT_ON_TLS, ValueType.BOOLEAN).orElse(otherwise.onTls()),
                values.read(REDIRECT_ALWAYS, ValueType.BOOLEAN).orElse(otherwise.always()),
                new HttpsRedirect(
                        values.read(REDIRECT_STATUS, ValueType.REDIRECT_STATUS)
                                .orElse(otherwise.location().status()),
                        otherwise.location().keepsTrailingSlash(),
                        values.read(RedirectFamily.NAME_PORT, ValueType.BOOLEAN)
                                .orElse(otherwise.location().namesPort())),
                values.text(REDIRECT_EXEMPT).map(Settings::paths).orElse(otherwise.exemptPaths()));
    }

    /// It decides access: whoever writes a word that is none means to have policies heeded in some way, and is given
    /// the strictest that can close nothing but what they close.
    private static PolicyMode networkPolicy(ValueReader values, PolicyMode byFlag) {
        String text = values.text(NETWORK_POLICY).orElse("");
        if (text.isEmpty()) {
            return byFlag;
        }
        PolicyMode mode = values.read(NETWORK_POLICY, ValueType.POLICY_MODE).orElse(PolicyMode.ENFORCE);
        if (byFlag == PolicyMode.OFF && mode != PolicyMode.OFF) {
            values.error(
                    NETWORK_POLICY,
                    DiagnosticReason.INVALID_SETTING,
                    mode.word() + " (expected: a controller without --network-policy=off, which reads no policies)");
            return PolicyMode.OFF;
        }
        return mode;
    }

    private static List<String> paths(String list) {
        List<String> paths = new ArrayList<>();
        for (String path : list.split(",")) {
            if (!path.isBlank()) {
                paths.add(path.trim());
            }
        }
        return paths;
    }
}
