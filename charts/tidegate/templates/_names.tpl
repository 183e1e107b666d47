{{- define "tidegate.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "tidegate.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 53 | trimSuffix "-" -}}
{{- else if contains (include "tidegate.name" .) .Release.Name -}}
{{- .Release.Name | trunc 53 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name (include "tidegate.name" .) | trunc 53 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "tidegate.namespace" -}}
{{- default .Release.Namespace .Values.namespaceOverride -}}
{{- end -}}

{{- define "tidegate.serviceAccount" -}}
{{- if .Values.serviceAccount.create -}}
{{- default (include "tidegate.fullname" .) .Values.serviceAccount.name -}}
{{- else -}}
{{- default "default" .Values.serviceAccount.name -}}
{{- end -}}
{{- end -}}

{{- /* By which Services, budgets and constraints know the pods: it may never change. */ -}}
{{- define "tidegate.selector" -}}
app.kubernetes.io/name: {{ include "tidegate.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: controller
{{- end -}}

{{- define "tidegate.labels" -}}
{{- $labels := dict
  "helm.sh/chart" (printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-")
  "app.kubernetes.io/version" .Chart.AppVersion
  "app.kubernetes.io/part-of" (include "tidegate.name" .)
  "app.kubernetes.io/managed-by" .Release.Service -}}
{{- toYaml (mergeOverwrite (deepCopy .Values.commonLabels) $labels (fromYaml (include "tidegate.selector" .))) -}}
{{- end -}}

{{- /* Given (list context ours more…): labels of an object, of which the later ones outrank. */ -}}
{{- define "tidegate.labelsWith" -}}
{{- $labels := fromYaml (include "tidegate.labels" (index . 0)) -}}
{{- range rest . }}{{ $labels = mergeOverwrite $labels (deepCopy (default dict .)) }}{{ end -}}
{{- toYaml $labels -}}
{{- end -}}

{{- /* No version in them: pods are replaced where they change, not where the chart's number does. */ -}}
{{- define "tidegate.podLabels" -}}
{{- toYaml (mergeOverwrite (deepCopy .Values.commonLabels) (deepCopy .Values.controller.podLabels) (fromYaml (include "tidegate.selector" .))) -}}
{{- end -}}

{{- define "tidegate.electionID" -}}
{{- default (printf "%s-leader" (include "tidegate.fullname" .)) .Values.controller.electionID -}}
{{- end -}}

{{- define "tidegate.admission" -}}
{{- printf "%s-admission" (include "tidegate.fullname" .) -}}
{{- end -}}

{{- define "tidegate.scopeNamespace" -}}
{{- default (include "tidegate.namespace" .) .Values.controller.scope.namespace -}}
{{- end -}}
