package dev.tidegate.controller.doctor;

import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.source.look.Workload;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Do classes say clearly which Ingresses are ours, and does nobody else take the same?
final class ClassCheck {

    private static final String NAME = "classes";
    private static final String DEFAULT = "ingressclass.kubernetes.io/is-default-class";
    private static final String OLD_ANNOTATION = "kubernetes.io/ingress.class";
    private static final String INGRESS_NGINX = "k8s.io/ingress-nginx";
    private static final int TOLD = 5;

    private ClassCheck() {}

    static Stream<Finding> of(Patient patient) {
        CompilerOptions options = patient.options();
        if (patient.sight().unread().containsKey("ingressclasses")) {
            return Stream.of(Finding.warn(
                    NAME,
                    "ingressclasses may not be read by this account",
                    "Whether classes clash is not known.",
                    "Let this account list ingressclasses.networking.k8s.io, or ask as an administrator."));
        }
        Collection<IngressClass> classes =
                patient.sight().snapshot().ingressClasses().values();
        List<String> ours = names(classes.stream()
                .filter(it -> it.getSpec() != null
                        && options.controllerClass().equals(it.getSpec().getController())));
        List<Finding> findings = new ArrayList<>();
        none(ours, options, patient).ifPresent(findings::add);
        several(ours, options).ifPresent(findings::add);
        defaults(classes).ifPresent(findings::add);
        rivals(patient).ifPresent(findings::add);
        classless(classes, patient).ifPresent(findings::add);
        return findings.isEmpty()
                ? Stream.of(Finding.ok(NAME, "IngressClass " + String.join(", ", ours) + " is ours, and nobody else's"))
                : findings.stream();
    }

    private static Optional<Finding> none(List<String> ours, CompilerOptions options, Patient patient) {
        if (!ours.isEmpty() || options.ingressClassByName() || options.watchIngressWithoutClass()) {
            return Optional.empty();
        }
        boolean old = patient.sight().snapshot().ingresses().values().stream()
                .anyMatch(it -> options.ingressClass().equals(annotation(it)));
        String found = "no IngressClass has the controller " + options.controllerClass();
        return Optional.of(
                old
                        ? Finding.warn(
                                NAME,
                                found,
                                "Only Ingresses with the old annotation kubernetes.io/ingress.class: "
                                        + options.ingressClass() + " are served.",
                                "Create an IngressClass of ours, as the chart does.")
                        : Finding.fail(
                                NAME,
                                found,
                                "No Ingress is ours, so nothing is served.",
                                "Create one, as the chart does, or name yours with --controller-class."));
    }

    private static Optional<Finding> several(List<String> ours, CompilerOptions options) {
        return ours.size() < 2
                ? Optional.empty()
                : Optional.of(Finding.warn(
                        NAME,
                        "IngressClasses " + String.join(", ", ours) + " all have the controller "
                                + options.controllerClass(),
                        "This gateway serves the Ingresses of each of them. If another release was to serve one, both"
                                + " do, and write over each other's status.",
                        "If there are to be two gateways, give each a controller value of its own:"
                                + " --controller-class (chart: controller.ingressClassResource.controllerValue)."));
    }

    private static Optional<Finding> defaults(Collection<IngressClass> classes) {
        List<String> defaults = names(classes.stream().filter(ClassCheck::isDefault));
        return defaults.size() < 2
                ? Optional.empty()
                : Optional.of(Finding.warn(
                        NAME,
                        "IngressClasses " + String.join(", ", defaults) + " are all marked as the default",
                        "An Ingress without a class gets the newest of them from newer API servers, and is refused by"
                                + " older ones.",
                        "Take the annotation " + DEFAULT + " from all but one."));
    }

    private static Optional<Finding> rivals(Patient patient) {
        CompilerOptions options = patient.options();
        List<String> rivals = patient.sight().workloads().stream()
                .filter(it -> claims(it, options))
                .map(Workload::text)
                .toList();
        List<String> theirs = rivals.stream().distinct().sorted().toList();
        boolean nginx = options.controllerClass().equals(INGRESS_NGINX);
        int own = nginx ? 0 : 1;
        return theirs.size() <= own
                ? Optional.empty()
                : Optional.of(Finding.fail(
                        NAME,
                        String.join(", ", theirs) + (theirs.size() == 1 ? " claims " : " claim ")
                                + "the class with the controller " + options.controllerClass() + (nginx ? " too" : ""),
                        "Both serve the same Ingresses and write over each other's status, so that their address"
                                + " flaps.",
                        "While both are to run, start one of them with --update-status=false; then scale the other"
                                + " down. docs/helm.md tells how to change over."));
    }

    /// ingress-nginx claims its own value if nothing else is said; and so do other releases of ours.
    private static boolean claims(Workload workload, CompilerOptions options) {
        return workload.programs().stream().anyMatch(program -> {
            boolean nginx = program.arguments().stream().anyMatch(it -> it.endsWith("nginx-ingress-controller"))
                    || program.image().contains("ingress-nginx/controller");
            boolean tidegate = program.image().contains("/tidegate");
            String fallback = nginx ? INGRESS_NGINX : CompilerOptions.DEFAULT.controllerClass();
            return (nginx || (tidegate && !options.controllerClass().equals(INGRESS_NGINX)))
                    && program.flag("--controller-class").orElse(fallback).equals(options.controllerClass());
        });
    }

    private static Optional<Finding> classless(Collection<IngressClass> classes, Patient patient) {
        if (patient.options().watchIngressWithoutClass()) {
            return Optional.empty();
        }
        List<String> orphans = patient.sight().snapshot().ingresses().entrySet().stream()
                .filter(it -> it.getValue().getSpec() == null
                        || it.getValue().getSpec().getIngressClassName() == null)
                .filter(it -> annotation(it.getValue()).isEmpty())
                .map(it -> it.getKey().path())
                .sorted()
                .toList();
        boolean hasDefault = classes.stream().anyMatch(ClassCheck::isDefault);
        return orphans.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.warn(
                        NAME,
                        orphans.size() + (orphans.size() == 1 ? " Ingress names" : " Ingresses name") + " no class: "
                                + orphans.stream().limit(TOLD).collect(Collectors.joining(", "))
                                + (orphans.size() > TOLD ? ", …" : ""),
                        hasDefault
                                ? "They are older than the default class, which only new ones get: this gateway does"
                                        + " not serve them."
                                : "Nobody serves them, unless a controller takes what has no class.",
                        "Set spec.ingressClassName; or take them all with --watch-ingress-without-class."));
    }

    private static boolean isDefault(IngressClass it) {
        Map<String, String> annotations = it.getMetadata().getAnnotations();
        return annotations != null && "true".equals(annotations.get(DEFAULT));
    }

    private static String annotation(Ingress ingress) {
        Map<String, String> annotations = ingress.getMetadata().getAnnotations();
        return annotations == null ? "" : annotations.getOrDefault(OLD_ANNOTATION, "");
    }

    private static List<String> names(Stream<IngressClass> classes) {
        return classes.map(it -> it.getMetadata().getName()).sorted().toList();
    }
}
