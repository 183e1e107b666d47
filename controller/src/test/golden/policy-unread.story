Who reads no policies cannot heed them, and says so.

-- options --
--own-pod=tidegate/tidegate-7c9d5-x2x8q
--network-policy=off
--configmap=default/settings

-- services --
web 80 10.0.0.1

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: shop, annotations: {tidegate.dev/network-policy: enforce}}
spec:
  ingressClassName: tidegate
  rules:
  - {host: shop.example, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: told, annotations: {tidegate.dev/network-policy: explain}}
spec:
  ingressClassName: tidegate
  rules:
  - {host: told.example, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: off, annotations: {}}
spec:
  ingressClassName: tidegate
  rules:
  - {host: off.example, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}
---
apiVersion: v1
kind: Pod
metadata: {name: tidegate-7c9d5-x2x8q, namespace: tidegate, labels: {app.kubernetes.io/name: tidegate}}
status: {podIP: 10.1.0.1}
---
apiVersion: v1
kind: Pod
metadata: {name: web-0, namespace: default, labels: {app: web}}
status: {podIP: 10.0.0.1}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: deny-all, namespace: default}
spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: settings}
data: {network-policy: auto}

-- requests --
GET http://shop.example/ → default/shop rules[0].paths[0] → 503 access-undecidable

-- table --
host off.example
  Prefix / → default/web:80 (default/off rules[0].paths[0])
host shop.example
  Prefix / → access-undecidable: Ingress default/shop is closed, as the annotation network-policy is not honoured (default/shop rules[0].paths[0])
host told.example
  Prefix / → default/web:80 (default/told rules[0].paths[0])
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
error ConfigMap default/settings data[network-policy]: auto (expected: a controller without --network-policy=off, which reads no policies) (InvalidSetting)
error Ingress default/shop metadata.annotations[tidegate.dev/network-policy]: enforce (expected: a controller without --network-policy=off, which reads no policies) (InvalidAnnotation)
error Ingress default/told metadata.annotations[tidegate.dev/network-policy]: explain (expected: a controller without --network-policy=off, which reads no policies) (InvalidAnnotation)
