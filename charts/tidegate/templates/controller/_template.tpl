{{- define "tidegate.pod" -}}
{{- $controller := .Values.controller -}}
metadata:
  labels:
    {{- include "tidegate.podLabels" . | nindent 4 }}
  {{- with $controller.podAnnotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  serviceAccountName: {{ include "tidegate.serviceAccount" . }}
  automountServiceAccountToken: {{ .Values.serviceAccount.automountServiceAccountToken }}
  terminationGracePeriodSeconds: {{ $controller.terminationGracePeriodSeconds }}
  dnsPolicy: {{ $controller.dnsPolicy }}
  {{- with $controller.dnsConfig }}
  dnsConfig:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $controller.hostAliases }}
  hostAliases:
    {{- tpl (toYaml .) $ | nindent 4 }}
  {{- end }}
  {{- if $controller.hostNetwork }}
  hostNetwork: true
  {{- end }}
  {{- if $controller.shareProcessNamespace }}
  shareProcessNamespace: true
  {{- end }}
  {{- with .Values.imagePullSecrets }}
  imagePullSecrets:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $controller.schedulerName }}
  schedulerName: {{ . }}
  {{- end }}
  {{- with $controller.runtimeClassName }}
  runtimeClassName: {{ . }}
  {{- end }}
  {{- with $controller.priorityClassName }}
  priorityClassName: {{ . }}
  {{- end }}
  {{- with $controller.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $controller.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $controller.affinity }}
  affinity:
    {{- tpl (toYaml .) $ | nindent 4 }}
  {{- end }}
  {{- with include "tidegate.spread" . }}
  topologySpreadConstraints:
    {{- . | nindent 4 }}
  {{- end }}
  securityContext:
    {{- include "tidegate.podSecurityContext" . | nindent 4 }}
  {{- with $controller.extraInitContainers }}
  initContainers:
    {{- tpl (toYaml .) $ | nindent 4 }}
  {{- end }}
  containers:
    - name: {{ $controller.containerName }}
      image: {{ include "tidegate.image" . | quote }}
      imagePullPolicy: {{ $controller.image.pullPolicy }}
      args:
        {{- include "tidegate.args" . | nindent 8 }}
      env:
        - name: POD_NAME
          valueFrom:
            fieldRef:
              fieldPath: metadata.name
        - name: POD_NAMESPACE
          valueFrom:
            fieldRef:
              fieldPath: metadata.namespace
        - name: NODE_NAME
          valueFrom:
            fieldRef:
              fieldPath: spec.nodeName
        - name: NODE_ZONE
          valueFrom:
            fieldRef:
              fieldPath: metadata.labels['topology.kubernetes.io/zone']
        {{- with include "tidegate.jvmOptions" . }}
        - name: JDK_JAVA_OPTIONS
          value: {{ . | quote }}
        {{- end }}
        {{- with $controller.extraEnvs }}
        {{- tpl (toYaml .) $ | nindent 8 }}
        {{- end }}
      ports:
        - name: http
          containerPort: {{ include "tidegate.port" (list . "http") }}
          protocol: TCP
          {{- if and $controller.hostPort.enabled (not $controller.hostNetwork) }}
          hostPort: {{ $controller.hostPort.ports.http }}
          {{- end }}
        - name: https
          containerPort: {{ include "tidegate.port" (list . "https") }}
          protocol: TCP
          {{- if and $controller.hostPort.enabled (not $controller.hostNetwork) }}
          hostPort: {{ $controller.hostPort.ports.https }}
          {{- end }}
        - name: {{ $controller.metrics.portName }}
          containerPort: {{ $controller.metrics.port }}
          protocol: TCP
        {{- if $controller.admissionWebhooks.enabled }}
        - name: webhook
          containerPort: {{ include "tidegate.webhookPort" . }}
          protocol: TCP
        {{- end }}
        {{- if .Values.dns.responder.enabled }}
        - name: dns-udp
          containerPort: {{ .Values.dns.responder.port }}
          protocol: UDP
        - name: dns-tcp
          containerPort: {{ .Values.dns.responder.port }}
          protocol: TCP
        {{- end }}
      {{- with $controller.startupProbe }}
      startupProbe:
        {{- include "tidegate.probe" (list $ . $controller.healthCheckPath) | nindent 8 }}
      {{- end }}
      livenessProbe:
        {{- include "tidegate.probe" (list . $controller.livenessProbe $controller.healthCheckPath) | nindent 8 }}
      readinessProbe:
        {{- include "tidegate.probe" (list . $controller.readinessProbe "/readyz") | nindent 8 }}
      {{- with include "tidegate.lifecycle" . }}
      lifecycle:
        {{- . | nindent 8 }}
      {{- end }}
      {{- with $controller.resources }}
      resources:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      securityContext:
        {{- include "tidegate.containerSecurityContext" . | nindent 8 }}
      volumeMounts:
        - name: tmp
          mountPath: /tmp
        {{- if $controller.lastGood.enabled }}
        - name: last-good
          mountPath: /var/lib/tidegate
        {{- end }}
        {{- if and $controller.admissionWebhooks.enabled $controller.admissionWebhooks.certManager.enabled }}
        - name: admission
          mountPath: /etc/tidegate/admission
          readOnly: true
        {{- end }}
        {{- if include "tidegate.mountsTsig" . }}
        - name: dns-tsig
          mountPath: /etc/tidegate/dns
          readOnly: true
        {{- end }}
        {{- with $controller.extraVolumeMounts }}
        {{- tpl (toYaml .) $ | nindent 8 }}
        {{- end }}
    {{- with $controller.extraContainers }}
    {{- tpl (toYaml .) $ | nindent 4 }}
    {{- end }}
  volumes:
    - name: tmp
      emptyDir:
        sizeLimit: 64Mi
    {{- if $controller.lastGood.enabled }}
    - name: last-good
      {{- toYaml (default (dict "emptyDir" (dict "medium" "Memory" "sizeLimit" "32Mi")) $controller.lastGood.volume) | nindent 6 }}
    {{- end }}
    {{- if and $controller.admissionWebhooks.enabled $controller.admissionWebhooks.certManager.enabled }}
    - name: admission
      secret:
        secretName: {{ include "tidegate.admission" . }}
    {{- end }}
    {{- if include "tidegate.mountsTsig" . }}
    - name: dns-tsig
      secret:
        secretName: {{ .Values.dns.rfc2136.tsigSecretRef.name }}
        items:
          - key: {{ .Values.dns.rfc2136.tsigSecretRef.key }}
            path: tsig
    {{- end }}
    {{- with $controller.extraVolumes }}
    {{- tpl (toYaml .) $ | nindent 4 }}
    {{- end }}
{{- end -}}
