{{- /* A quantity of memory in MiB, whole ones. */ -}}
{{- define "tidegate.mebibytes" -}}
{{- $quantity := toString . -}}
{{- $number := float64 (regexFind "^[0-9.]+" $quantity) -}}
{{- $unit := regexFind "[A-Za-z]*$" $quantity -}}
{{- $bytes := dict "" 1 "m" 0.001 "k" 1000 "Ki" 1024 "M" 1000000 "Mi" 1048576 "G" 1000000000 "Gi" 1073741824 "T" 1000000000000 "Ti" 1099511627776 -}}
{{- int64 (divf (mulf $number (get $bytes $unit)) 1048576) -}}
{{- end -}}

{{- define "tidegate.memoryLimit" -}}
{{- dig "limits" "memory" "" .Values.controller.resources -}}
{{- end -}}

{{- /*
What the JVM may take of the memory limit, in MiB. Classes, compiled code and the JVM itself need the same whatever is
served, so they have fixed shares, as has the last-good file where it is kept in memory; buffers have an eighth, and the
heap has the rest. docs/helm.md says what was measured.
*/ -}}
{{- define "tidegate.jvmOptions" -}}
{{- $options := list -}}
{{- $limit := include "tidegate.memoryLimit" . -}}
{{- if and $limit .Values.controller.jvm.divideMemory -}}
{{- $total := int (include "tidegate.mebibytes" $limit) -}}
{{- $classes := 64 -}}
{{- $code := 40 -}}
{{- $itself := 48 -}}
{{- $buffers := div $total 8 -}}
{{- $file := ternary 32 0 (and .Values.controller.lastGood.enabled (empty .Values.controller.lastGood.volume)) -}}
{{- $heap := sub $total (add $classes $code $itself $buffers $file) -}}
{{- $options = append $options (printf "-Xmx%dm" $heap) -}}
{{- $options = append $options (printf "-XX:MaxDirectMemorySize=%dm" $buffers) -}}
{{- $options = append $options (printf "-XX:MaxMetaspaceSize=%dm" $classes) -}}
{{- $options = append $options (printf "-XX:ReservedCodeCacheSize=%dm" $code) -}}
{{- end -}}
{{- with .Values.controller.jvm.options }}{{ $options = append $options . }}{{ end -}}
{{- join " " $options -}}
{{- end -}}
