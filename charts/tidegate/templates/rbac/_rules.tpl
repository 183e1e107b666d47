{{- /* Routes, backends and their endpoints; where an Ingress is served, and what is wrong with it. */ -}}
{{- define "tidegate.rules" -}}
- apiGroups: [networking.k8s.io]
  resources: [ingresses]
  verbs: [get, list, watch]
- apiGroups: [""]
  resources: [services]
  verbs: [get, list, watch]
- apiGroups: [discovery.k8s.io]
  resources: [endpointslices]
  verbs: [list, watch]
- apiGroups: [networking.k8s.io]
  resources: [ingresses/status]
  verbs: [update]
- apiGroups: [events.k8s.io]
  resources: [events]
  verbs: [create, patch]
{{- include "tidegate.policyRules" . }}
{{- if .Values.rbac.secrets.byName }}
# By name, as Ingresses name them: without the verb list nobody learns which there are.
- apiGroups: [""]
  resources: [secrets]
  verbs: [get]
{{- end }}
{{- end -}}

{{- define "tidegate.classRules" -}}
- apiGroups: [networking.k8s.io]
  resources: [ingressclasses]
  verbs: [list, watch]
{{- if include "tidegate.readsPolicies" . }}
# Network policies of the whole cluster, and whom they may speak of.
- apiGroups: [policy.networking.k8s.io]
  resources: [adminnetworkpolicies, baselineadminnetworkpolicies, clusternetworkpolicies]
  verbs: [list, watch]
- apiGroups: [""]
  resources: [namespaces, nodes]
  verbs: [list, watch]
{{- end }}
{{- end -}}

{{- define "tidegate.policyRules" -}}
{{- if include "tidegate.readsPolicies" . }}
# Network policies, and the pods that they let in or out.
- apiGroups: [networking.k8s.io]
  resources: [networkpolicies]
  verbs: [list, watch]
- apiGroups: [""]
  resources: [pods]
  verbs: [list, watch]
{{- end }}
{{- end -}}

{{- /* Given (list context kind name): whom a binding binds to which role. */ -}}
{{- define "tidegate.binding" -}}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: {{ index . 1 }}
  name: {{ index . 2 }}
subjects:
  - kind: ServiceAccount
    name: {{ include "tidegate.serviceAccount" (index . 0) }}
    namespace: {{ include "tidegate.namespace" (index . 0) }}
{{- end -}}

{{- define "tidegate.roleLabels" -}}
labels:
  {{- include "tidegate.labelsWith" (list . .Values.controller.labels) | nindent 2 }}
{{- end -}}

{{- define "tidegate.configMapRef" -}}
{{- $given := get .Values.controller.extraArgs "configmap" -}}
{{- if $given }}{{ $given }}{{ else }}{{ include "tidegate.namespace" . }}/{{ include "tidegate.fullname" . }}{{ end -}}
{{- end -}}
