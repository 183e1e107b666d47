{{- /* Given (list values "a.b.c"): {value: …} of what stands there, {} where nothing does. */ -}}
{{- define "tidegate.lookup" -}}
{{- $here := index . 0 -}}
{{- $found := true -}}
{{- range splitList "." (index . 1) -}}
{{- if and $found (kindIs "map" $here) (hasKey $here .) -}}
{{- $here = get $here . -}}
{{- else -}}
{{- $found = false -}}
{{- end -}}
{{- end -}}
{{- if $found }}{{ toJson (dict "value" $here) }}{{ else }}{}{{ end -}}
{{- end -}}

{{- /* A line for each value that asks for what Tidegate has not; files/refused.yaml says which. */ -}}
{{- define "tidegate.refused" -}}
{{- $values := .Values -}}
{{- range fromYamlArray (.Files.Get "files/refused.yaml") -}}
{{- $refusal := . -}}
{{- $value := get (fromJson (include "tidegate.lookup" (list $values .key))) "value" -}}
{{- $said := toString $value -}}
{{- $nothing := or (kindIs "invalid" $value) (has $said (list "" "map[]" "[]")) -}}
{{- $taken := false -}}
{{- range .taken }}{{ if eq (toString .) $said }}{{ $taken = true }}{{ end }}{{ end -}}
{{- $matches := true -}}
{{- if hasKey $refusal "if" }}{{ $matches = regexMatch (get $refusal "if") $said }}{{ end -}}
{{- if and (not $nothing) (not $taken) $matches }}
{{ .key }}: {{ toJson $value }} is not supported: {{ .instead }}
{{- end -}}
{{- end -}}
{{- end -}}

{{- /* A line for each value that does not go with another one. */ -}}
{{- define "tidegate.contradictions" -}}
{{- $controller := .Values.controller -}}
{{- $autoscaled := $controller.autoscaling.enabled -}}
{{- if and $autoscaled (eq $controller.kind "DaemonSet") }}
controller.autoscaling.enabled: true does not go with controller.kind: DaemonSet (expected: Deployment)
{{- end -}}
{{- if and .Values.rbac.scope (not $controller.scope.enabled) }}
rbac.scope: true does not go without controller.scope.enabled (expected: that, as Ingresses of all namespaces take a ClusterRole)
{{- end -}}
{{- if and .Values.rbac.scope (or $controller.admissionWebhooks.enabled .Values.rbac.secrets.everywhere .Values.rbac.rolesToBind) }}
rbac.scope: true does not go with controller.admissionWebhooks.enabled, rbac.secrets.everywhere or rbac.rolesToBind (expected: without them, as they take a ClusterRole)
{{- end -}}
{{- if not $controller.hostNetwork -}}
{{- range $name, $port := $controller.containerPort -}}
{{- if and $port (lt (int $port) 1024) (ne (int $port) (ternary 80 443 (eq $name "http"))) }}
controller.containerPort.{{ $name }}: {{ $port }} (expected: 1024 or more, as the pod has no right to the lower ones; the Service maps any port onto it)
{{- end -}}
{{- end -}}
{{- end -}}
{{- $grace := int $controller.terminationGracePeriodSeconds -}}
{{- $pause := int $controller.preStopSeconds -}}
{{- $drain := int (default (include "tidegate.drainSeconds" .) (get $controller.extraArgs "shutdown-grace-period")) -}}
{{- if or (lt $drain 1) (gt (add $pause $drain) $grace) }}
controller.terminationGracePeriodSeconds: {{ $grace }} (expected: {{ add $pause (max $drain 1) 5 }} or more, for preStopSeconds {{ $pause }}, the drain and 5 to spare)
{{- end -}}
{{- $limit := include "tidegate.memoryLimit" . -}}
{{- if and $limit $controller.jvm.divideMemory (lt (int (include "tidegate.mebibytes" $limit)) 240) }}
controller.resources.limits.memory: {{ $limit }} (expected: 240Mi or more, of which the heap is 58)
{{- end -}}
{{- $internal := $controller.service.internal -}}
{{- if and $controller.service.enabled $internal.enabled (eq (default $controller.service.type $internal.type) "LoadBalancer") (not $internal.annotations) (not $internal.loadBalancerClass) }}
controller.service.internal.annotations: none (expected: those by which your cloud makes a load balancer internal, else it is a public one)
{{- end -}}
{{- $webhooks := $controller.admissionWebhooks -}}
{{- if and $webhooks.enabled (not $webhooks.certManager.enabled) (eq (toString (dig "patch" "enabled" true (omit $webhooks ""))) "false") }}
controller.admissionWebhooks.patch.enabled: false is not supported: set certManager.enabled, or leave it out; Tidegate then keeps the certificate itself
{{- end -}}
{{- if and $controller.disableLeaderElection (gt (int $controller.replicaCount) 1) (eq $controller.kind "Deployment") }}
controller.disableLeaderElection: true does not go with controller.replicaCount: {{ $controller.replicaCount }} (expected: 1, as each would write the status of Ingresses)
{{- end -}}
{{- include "tidegate.dnsContradictions" . -}}
{{- end -}}
