package dev.tidegate.controller.annotation;

import static java.util.Objects.requireNonNull;

import dev.tidegate.address.Cidr;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.policy.PolicyMode;
import dev.tidegate.gateway.table.AnswerRules;
import dev.tidegate.gateway.table.Forwarding;
import dev.tidegate.gateway.table.ResourceRef;
import dev.tidegate.gateway.table.RoutePolicy.BodyLimit;
import dev.tidegate.gateway.table.RoutePolicy.HttpsRedirect;
import dev.tidegate.gateway.table.RoutePolicy.Timeouts;
import dev.tidegate.gateway.table.SourceRanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the global ConfigMap says, or the defaults where it is silent. Keys bear the names ingress-nginx gives them.
///
/// `sourceRanges`: for who says nothing of his own; `blocked`: for all. `regexScope`: how far expressions of paths
/// reach. `quickest`: endpoints do not take turns; the quicker of two is asked. `networkPolicy`: what is made of
/// network policies; `policiesUnread`: the command line says that none are to be read.
/// `accessKeys`: keys that are set, decide access, and cannot be honoured.
public record Settings(
        RedirectRule redirect,
        Timeouts timeouts,
        BodyLimit bodyLimit,
        Forwarding forwarding,
        SourceRanges sourceRanges,
        List<Cidr> blocked,
        boolean relativeRedirects,
        AnswerRules answers,
        LimitStatuses limitStatuses,
        RegexScope regexScope,
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
            SourceRanges.ANYBODY,
            List.of(),
            false,
            AnswerSettings.DEFAULT,
            LimitStatuses.DEFAULT,
            RegexScope.HOST,
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
                    Stream.concat(ForwardingSettings.KEYS.stream(), AnswerSettings.KEYS.stream()),
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
                            SourceRangeFamily.ALLOW_ALIAS,
                            SourceRangeFamily.DENY,
                            SourceRangeFamily.BLOCK,
                            FixedRedirectFamily.RELATIVE,
                            LimitFamily.RATE_STATUS,
                            LimitFamily.CONNECTIONS_STATUS,
                            RewriteFamily.SCOPE,
                            BalancingFamily.ALGORITHM,
                            NETWORK_POLICY))
            .collect(Collectors.toUnmodifiableSet());

    public Settings {
        requireNonNull(redirect);
        requireNonNull(timeouts);
        requireNonNull(bodyLimit);
        requireNonNull(forwarding);
        requireNonNull(sourceRanges);
        blocked = List.copyOf(blocked);
        requireNonNull(answers);
        requireNonNull(limitStatuses);
        requireNonNull(regexScope);
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
                DEFAULT.sourceRanges,
                DEFAULT.blocked,
                DEFAULT.relativeRedirects,
                DEFAULT.answers,
                DEFAULT.limitStatuses,
                DEFAULT.regexScope,
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
        List<String> accessKeys = new ArrayList<>(
                new UnhonouredNames(KnownNames.SETTINGS, DiagnosticReason.INVALID_SETTING).report(values, HONOURED));
        SourceRanges sourceRanges = new SourceRanges(
                ranges(values, SourceRangeFamily.DENY, accessKeys),
                ranges(values, SourceRangeFamily.ALLOW_ALIAS, accessKeys));
        List<Cidr> blocked = ranges(values, SourceRangeFamily.BLOCK, accessKeys);
        RegexScope regexScope =
                values.read(RewriteFamily.SCOPE, ValueType.REGEX_SCOPE).orElse(DEFAULT.regexScope());
        boolean quickest = BalancingFamily.quickest(values).orElse(DEFAULT.quickest());
        PolicyMode networkPolicy = networkPolicy(values, byFlag);
        return new Settings(
                redirect,
                timeouts,
                bodyLimit,
                forwarding,
                sourceRanges,
                blocked,
                values.read(FixedRedirectFamily.RELATIVE, ValueType.BOOLEAN).orElse(DEFAULT.relativeRedirects()),
                AnswerSettings.read(values),
                LimitStatuses.read(values),
                regexScope,
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
                sourceRanges,
                blocked,
                relativeRedirects,
                answers,
                limitStatuses,
                regexScope,
                quickest,
                networkPolicy,
                policiesUnread,
                accessKeys,
                diagnostics);
    }

    static Set<String> honouredKeys() {
        return HONOURED;
    }

    /// A list that cannot be read decides nothing, so it joins the keys that close.
    private static List<Cidr> ranges(ValueReader values, String key, List<String> accessKeys) {
        if (values.text(key).isEmpty()) {
            return List.of();
        }
        return values.read(key, ValueType.CIDRS).orElseGet(() -> {
            accessKeys.add(key);
            return List.of();
        });
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
