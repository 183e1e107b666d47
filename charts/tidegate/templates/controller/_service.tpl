{{- /* Given (list context service): what the external and the internal Service have in common. */ -}}
{{- define "tidegate.service" -}}
{{- $context := index . 0 -}}
{{- $external := $context.Values.controller.service -}}
{{- $service := index . 1 -}}
{{- $type := default $external.type $service.type -}}
type: {{ $type }}
{{- range $field := list "clusterIP" "loadBalancerIP" "loadBalancerClass" "externalTrafficPolicy" "internalTrafficPolicy" "trafficDistribution" "sessionAffinity" "healthCheckNodePort" "ipFamilyPolicy" }}
{{- with get $service $field }}
{{ $field }}: {{ . }}
{{- end }}
{{- end }}
{{- range $field := list "clusterIPs" "externalIPs" "loadBalancerSourceRanges" "ipFamilies" }}
{{- with get $service $field }}
{{ $field }}:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
{{- if and (eq $type "LoadBalancer") (not $service.allocateLoadBalancerNodePorts) }}
allocateLoadBalancerNodePorts: false
{{- end }}
ports:
  {{- range $name := list "http" "https" }}
  {{- if or (and (eq $name "http") $external.enableHttp) (and (eq $name "https") $external.enableHttps) }}
  - name: {{ $name }}
    port: {{ default (get $external.ports $name) (get $service.ports $name) }}
    protocol: TCP
    targetPort: {{ default (get $external.targetPorts $name) (get $service.targetPorts $name) }}
    {{- if $service.appProtocol }}
    appProtocol: {{ $name }}
    {{- end }}
    {{- with get $service.nodePorts $name }}
    nodePort: {{ . }}
    {{- end }}
  {{- end }}
  {{- end }}
selector:
  {{- include "tidegate.selector" $context | nindent 2 }}
{{- end -}}

{{- /* What the Services for metrics and the webhook have in common. */ -}}
{{- define "tidegate.sideService" -}}
{{- $service := . -}}
type: {{ $service.type }}
{{- range $field := list "clusterIP" "loadBalancerIP" "externalTrafficPolicy" }}
{{- with get $service $field }}
{{ $field }}: {{ . }}
{{- end }}
{{- end }}
{{- range $field := list "externalIPs" "loadBalancerSourceRanges" }}
{{- with get $service $field }}
{{ $field }}:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
{{- end -}}
