{{- /* Which Service's addresses become the status; none where the nodes' do. */ -}}
{{- define "tidegate.publishService" -}}
{{- $controller := .Values.controller -}}
{{- if $controller.publishService.enabled -}}
{{- if $controller.publishService.pathOverride -}}
{{- tpl $controller.publishService.pathOverride . -}}
{{- else if and $controller.service.enabled $controller.service.external.enabled -}}
{{- printf "%s/%s" (include "tidegate.namespace" .) (include "tidegate.fullname" .) -}}
{{- else if and $controller.service.enabled $controller.service.internal.enabled -}}
{{- printf "%s/%s-internal" (include "tidegate.namespace" .) (include "tidegate.fullname" .) -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- /* Whether the status may come from nodes: no Service, or one whose ports are theirs. */ -}}
{{- define "tidegate.readsNodes" -}}
{{- $args := .Values.controller.extraArgs -}}
{{- if not (hasKey $args "publish-status-address") -}}
{{- if or (not (include "tidegate.publishService" .)) (eq .Values.controller.service.type "NodePort") }}true{{ end -}}
{{- end -}}
{{- end -}}

{{- /* Whether network policies are read, and what they speak of. */ -}}
{{- define "tidegate.readsPolicies" -}}
{{- if ne (toString (get .Values.controller.extraArgs "network-policy")) "off" }}true{{ end -}}
{{- end -}}

{{- define "tidegate.args" -}}
{{- $controller := .Values.controller -}}
{{- $namespace := include "tidegate.namespace" . -}}
{{- $extra := $controller.extraArgs -}}
- run
{{- with include "tidegate.publishService" . }}
{{- if not (hasKey $extra "publish-status-address") }}
- --publish-service={{ . }}
{{- end }}
{{- end }}
- --election-id={{ include "tidegate.electionID" . }}
{{- with $controller.electionTTL }}
- --election-ttl={{ . }}
{{- end }}
{{- if $controller.disableLeaderElection }}
- --disable-leader-election
{{- end }}
- --controller-class={{ $controller.ingressClassResource.controllerValue }}
- --ingress-class={{ default $controller.ingressClassResource.name $controller.ingressClass }}
{{- if $controller.ingressClassByName }}
- --ingress-class-by-name
{{- end }}
{{- if $controller.watchIngressWithoutClass }}
- --watch-ingress-without-class
{{- end }}
{{- if not (hasKey $extra "configmap") }}
- --configmap={{ $namespace }}/{{ include "tidegate.fullname" . }}
{{- end }}
{{- if $controller.scope.enabled }}
- --watch-namespace={{ include "tidegate.scopeNamespace" . }}
{{- else if $controller.scope.namespaceSelector }}
- --watch-namespace-selector={{ $controller.scope.namespaceSelector }}
{{- end }}
{{- if $controller.reportNodeInternalIp }}
- --report-node-internal-ip-address
{{- end }}
{{- if $controller.enableTopologyAwareRouting }}
- --enable-topology-aware-routing
{{- end }}
- --http-port={{ include "tidegate.port" (list . "http") }}
- --https-port={{ include "tidegate.port" (list . "https") }}
- --healthz-port={{ $controller.metrics.port }}
{{- with $controller.healthCheckHost }}
- --healthz-host={{ tpl . $ }}
{{- end }}
{{- if ne $controller.healthCheckPath "/healthz" }}
- --health-check-path={{ $controller.healthCheckPath }}
{{- end }}
{{- if not (hasKey $extra "shutdown-grace-period") }}
- --shutdown-grace-period={{ include "tidegate.drainSeconds" . }}
{{- end }}
{{- if $controller.lastGood.enabled }}
- --last-good=/var/lib/tidegate/last-good
{{- end }}
{{- if $controller.admissionWebhooks.enabled }}
- --validating-webhook=:{{ include "tidegate.webhookPort" . }}
{{- if $controller.admissionWebhooks.certManager.enabled }}
- --validating-webhook-certificate=/etc/tidegate/admission/tls.crt
- --validating-webhook-key=/etc/tidegate/admission/tls.key
{{- else }}
- --validating-webhook-secret={{ $namespace }}/{{ include "tidegate.admission" . }}
- --validating-webhook-service={{ $namespace }}/{{ include "tidegate.admission" . }}
- --validating-webhook-configuration={{ include "tidegate.admission" . }}
{{- end }}
{{- end }}
{{- include "tidegate.dnsArgs" . }}
{{- range $flag, $value := $extra }}
{{- if kindIs "invalid" $value }}
- --{{ $flag }}
{{- else if kindIs "slice" $value }}
{{- range $value }}
- {{ printf "--%s=%s" $flag (tpl (toString .) $) | quote }}
{{- end }}
{{- else if kindIs "float64" $value }}
- {{ printf "--%s=%s" $flag (toJson $value) | quote }}
{{- else if eq (toString $value) "" }}
- --{{ $flag }}
{{- else }}
- {{ printf "--%s=%s" $flag (tpl (toString $value) $) | quote }}
{{- end }}
{{- end }}
{{- end -}}
