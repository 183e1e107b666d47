{{- /* The registry of ingress-nginx holds no image of ours. */ -}}
{{- define "tidegate.registry" -}}
{{- $registry := default .Values.global.image.registry .Values.controller.image.registry -}}
{{- if has $registry (list "" "registry.k8s.io" "k8s.gcr.io") }}ghcr.io{{ else }}{{ $registry }}{{ end -}}
{{- end -}}

{{- define "tidegate.image" -}}
{{- $image := .Values.controller.image -}}
{{- $name := default (printf "%s/%s" (include "tidegate.registry" .) (default "tidegate/tidegate" $image.image)) $image.repository -}}
{{- if $image.digest -}}
{{- printf "%s@%s" $name $image.digest -}}
{{- else -}}
{{- printf "%s:%s" $name (default .Chart.AppVersion $image.tag) -}}
{{- end -}}
{{- end -}}

{{- /* Given (list context "http"|"https"): the container's port. A low one only where the network is the node's. */ -}}
{{- define "tidegate.port" -}}
{{- $controller := (index . 0).Values.controller -}}
{{- $name := index . 1 -}}
{{- $low := ternary 80 443 (eq $name "http") -}}
{{- $high := ternary 8080 8443 (eq $name "http") -}}
{{- $given := int (default 0 (get $controller.containerPort $name)) -}}
{{- if $controller.hostNetwork -}}
{{- default $low $given -}}
{{- else if or (eq $given 0) (eq $given $low) -}}
{{- $high -}}
{{- else -}}
{{- $given -}}
{{- end -}}
{{- end -}}

{{- define "tidegate.webhookPort" -}}
{{- $port := int .Values.controller.admissionWebhooks.port -}}
{{- if and (eq $port 8443) (eq (include "tidegate.port" (list . "https")) "8443") }}9443{{ else }}{{ $port }}{{ end -}}
{{- end -}}

{{- define "tidegate.holdsNodePorts" -}}
{{- if or .Values.controller.hostNetwork .Values.controller.hostPort.enabled }}true{{ end -}}
{{- end -}}

{{- define "tidegate.bindsLowPorts" -}}
{{- if or (lt (int (include "tidegate.port" (list . "http"))) 1024) (lt (int (include "tidegate.port" (list . "https"))) 1024) }}true{{ end -}}
{{- end -}}

{{- define "tidegate.podSecurityContext" -}}
{{- $ours := dict "seccompProfile" (dict "type" "RuntimeDefault") -}}
{{- if include "tidegate.bindsLowPorts" . -}}
{{- $_ := set $ours "fsGroup" 65532 -}}
{{- else -}}
{{- $_ := set $ours "runAsNonRoot" true -}}
{{- $_ := set $ours "fsGroup" 65532 -}}
{{- end -}}
{{- with .Values.controller.sysctls -}}
{{- $sysctls := list -}}
{{- range $name, $value := . }}{{ $sysctls = append $sysctls (dict "name" $name "value" (toString $value)) }}{{ end -}}
{{- $_ := set $ours "sysctls" $sysctls -}}
{{- end -}}
{{- toYaml (mergeOverwrite $ours (deepCopy .Values.controller.podSecurityContext)) -}}
{{- end -}}

{{- /* A low port takes uid 0, as a capability reaches no other user without a file that has it. */ -}}
{{- define "tidegate.containerSecurityContext" -}}
{{- $low := include "tidegate.bindsLowPorts" . -}}
{{- $capabilities := dict "drop" (list "ALL") -}}
{{- if $low }}{{ $_ := set $capabilities "add" (list "NET_BIND_SERVICE") }}{{ end -}}
{{- $user := ternary 0 65532 (eq $low "true") -}}
{{- $ours := dict
  "allowPrivilegeEscalation" false
  "readOnlyRootFilesystem" true
  "runAsNonRoot" (ne $low "true")
  "runAsUser" $user
  "runAsGroup" $user
  "capabilities" $capabilities
  "seccompProfile" (dict "type" "RuntimeDefault") -}}
{{- toYaml (mergeOverwrite $ours (deepCopy .Values.controller.containerSecurityContext)) -}}
{{- end -}}

{{- /* Given (list context probe path): the probe on the port of health checks. */ -}}
{{- define "tidegate.probe" -}}
{{- $context := index . 0 -}}
{{- $probe := deepCopy (index . 1) -}}
{{- $handlers := list "httpGet" "tcpSocket" "exec" "grpc" -}}
{{- $handler := pick $probe "tcpSocket" "exec" "grpc" -}}
{{- if not $handler -}}
{{- $given := default dict $probe.httpGet -}}
{{- $http := mergeOverwrite (dict "path" (index . 2) "port" $context.Values.controller.metrics.portName "scheme" "HTTP") (deepCopy $given) -}}
{{- if eq (toString $http.port) "10254" }}{{ $_ := set $http "port" $context.Values.controller.metrics.portName }}{{ end -}}
{{- if and (eq (index . 2) "/readyz") (eq $http.path "/healthz") }}{{ $_ := set $http "path" "/readyz" }}{{ end -}}
{{- $_ := set $probe "httpGet" $http -}}
{{- end -}}
{{- toYaml $probe -}}
{{- end -}}

{{- /* The image has no shell, and nothing to wait for: ingress-nginx's own hook means our sleep. */ -}}
{{- define "tidegate.lifecycle" -}}
{{- $given := .Values.controller.lifecycle -}}
{{- if and $given (not (contains "/wait-shutdown" (toJson $given))) -}}
{{- toYaml $given -}}
{{- else if .Values.controller.preStopSeconds -}}
{{- toYaml (dict "preStop" (dict "sleep" (dict "seconds" .Values.controller.preStopSeconds))) -}}
{{- end -}}
{{- end -}}

{{- define "tidegate.drainSeconds" -}}
{{- sub (int .Values.controller.terminationGracePeriodSeconds) (add (int .Values.controller.preStopSeconds) 5) -}}
{{- end -}}

{{- define "tidegate.spread" -}}
{{- $spread := list -}}
{{- $context := . -}}
{{- range .Values.controller.topologySpreadConstraints -}}
{{- $constraint := fromYaml (tpl (toYaml .) $context) -}}
{{- if not (hasKey $constraint "labelSelector") -}}
{{- $_ := set $constraint "labelSelector" (dict "matchLabels" (fromYaml (include "tidegate.selector" $context))) -}}
{{- end -}}
{{- $spread = append $spread $constraint -}}
{{- end -}}
{{- if $spread }}{{ toYaml $spread }}{{ end -}}
{{- end -}}
