{{- /* By whom records are made: rfc2136, dnsendpoint, or nothing. An off without quotes is a false in YAML. */ -}}
{{- define "tidegate.publishes" -}}
{{- $by := toString .Values.dns.publish -}}
{{- if not (has $by (list "off" "false")) }}{{ $by }}{{ end -}}
{{- end -}}

{{- define "tidegate.dnsArgs" -}}
{{- $dns := .Values.dns -}}
{{- $publishes := include "tidegate.publishes" . -}}
{{- if $dns.responder.enabled }}
- --dns-port={{ $dns.responder.port }}
{{- end }}
{{- if or $dns.responder.enabled $publishes }}
{{- with $dns.zones }}
- --dns-zone={{ join "," . }}
{{- end }}
{{- with $dns.targets }}
- --dns-target={{ join "," . }}
{{- end }}
{{- with $dns.ttl }}
- --dns-ttl={{ . }}
{{- end }}
{{- end }}
{{- if $publishes }}
- --dns-publish={{ $publishes }}
- --dns-policy={{ $dns.policy }}
{{- with $dns.withdrawDelay }}
- --dns-withdraw-delay={{ . }}
{{- end }}
{{- if ne (toString $dns.withdrawShare) "" }}
- --dns-withdraw-share={{ $dns.withdrawShare }}
{{- end }}
{{- with $dns.interval }}
- --dns-interval={{ . }}
{{- end }}
{{- with $dns.excludeDomains }}
- --exclude-domains={{ join "," . }}
{{- end }}
{{- with $dns.txtOwnerId }}
- {{ printf "--txt-owner-id=%s" . | quote }}
{{- end }}
{{- with $dns.txtPrefix }}
- {{ printf "--txt-prefix=%s" . | quote }}
{{- end }}
{{- with $dns.txtSuffix }}
- {{ printf "--txt-suffix=%s" . | quote }}
{{- end }}
{{- with $dns.txtWildcardReplacement }}
- {{ printf "--txt-wildcard-replacement=%s" . | quote }}
{{- end }}
{{- with $dns.migrateFromTxtOwner }}
- {{ printf "--migrate-from-txt-owner=%s" . | quote }}
{{- end }}
{{- end }}
{{- if eq $publishes "rfc2136" }}
- --rfc2136-host={{ $dns.rfc2136.host }}
- --rfc2136-port={{ $dns.rfc2136.port }}
{{- if $dns.rfc2136.insecure }}
- --rfc2136-insecure
{{- else }}
- --rfc2136-tsig-keyname={{ $dns.rfc2136.tsigKeyname }}
- --rfc2136-tsig-secret-file=/etc/tidegate/dns/tsig
{{- with $dns.rfc2136.tsigAlgorithm }}
- --rfc2136-tsig-secret-alg={{ . }}
{{- end }}
{{- end }}
{{- if not $dns.rfc2136.axfr }}
- --rfc2136-tsig-axfr=false
{{- end }}
{{- with $dns.rfc2136.timeout }}
- --rfc2136-timeout={{ int . }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "tidegate.isAddress" -}}
{{- if regexMatch "^([0-9]+(\\.[0-9]+){3}|.*:.*)$" . }}true{{ end -}}
{{- end -}}

{{- /* Whether a TSIG key is mounted. */ -}}
{{- define "tidegate.mountsTsig" -}}
{{- if and (eq (include "tidegate.publishes" .) "rfc2136") (not .Values.dns.rfc2136.insecure) }}true{{ end -}}
{{- end -}}

{{- define "tidegate.dnsContradictions" -}}
{{- $dns := .Values.dns -}}
{{- $publishes := include "tidegate.publishes" . -}}
{{- if and $dns.responder.enabled (not $dns.zones) }}
dns.zones: none (expected: those that dns.responder answers for)
{{- end -}}
{{- if eq $publishes "rfc2136" -}}
{{- if and (not $dns.zones) (not $dns.responder.enabled) }}
dns.zones: none (expected: those that records are written to)
{{- end -}}
{{- if not $dns.txtOwnerId }}
dns.txtOwnerId: none (expected: a name that no other writer of these zones has)
{{- end -}}
{{- if not $dns.rfc2136.host }}
dns.rfc2136.host: none (expected: the name server that takes updates)
{{- end -}}
{{- if and (not $dns.rfc2136.insecure) (or (not $dns.rfc2136.tsigKeyname) (not $dns.rfc2136.tsigSecretRef.name)) }}
dns.rfc2136: no TSIG key (expected: tsigKeyname and tsigSecretRef.name, or insecure: true)
{{- end -}}
{{- end -}}
{{- if and $dns.txtPrefix $dns.txtSuffix }}
dns.txtPrefix: {{ $dns.txtPrefix }} does not go with dns.txtSuffix: {{ $dns.txtSuffix }} (expected: at most one of them)
{{- end -}}
{{- end -}}
