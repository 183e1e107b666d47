Some of a Service's pods are closed to the gateway: the others take their requests.

-- options --
--own-pod=tidegate/tidegate-7c9d5-x2x8q
--network-policy=enforce

-- services --
web 80 10.0.0.1 10.0.0.2

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: shop, annotations: {}}
spec:
  ingressClassName: tidegate
  rules:
  - {host: shop.example, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}
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
apiVersion: v1
kind: Pod
metadata: {name: web-1, namespace: default, labels: {app: web, track: canary}}
status: {podIP: 10.0.0.2}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: deny-all, namespace: default}
spec: {podSelector: {matchLabels: {track: canary}}, policyTypes: [Ingress, Egress]}

-- requests --
GET http://shop.example/ → default/shop rules[0].paths[0] → default/web:80

-- table --
host shop.example
  Prefix / → default/web:80 (default/shop rules[0].paths[0])
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
warning Ingress default/shop spec.rules[0].http.paths[0].backend.service: the gateway may not connect to some pods of Service default/web: NetworkPolicy default/deny-all isolates them, and no rule lets it in on TCP 8080. The gateway heeds that, and sends requests to the others only (expected: a policy that lets it in, as `tidegate policy suggest --service default/web` prints) (PolicyDenied)
