One Ingress opts in.

-- options --
--own-pod=tidegate/tidegate-7c9d5-x2x8q

-- services --
web 80 10.0.0.1

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: shop, annotations: {nginx.ingress.kubernetes.io/network-policy: enforce}}
spec:
  ingressClassName: tidegate
  rules:
  - {host: shop.example, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: told, annotations: {}}
spec:
  ingressClassName: tidegate
  rules:
  - {host: told.example, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}
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

-- requests --
GET http://shop.example/ → default/shop rules[0].paths[0] → 503 policy-denied

-- table --
host shop.example
  Prefix / → default/web:80~enforce (default/shop rules[0].paths[0])
host told.example
  Prefix / → default/web:80 (default/told rules[0].paths[0])
backend default/web:80 HTTP 10.0.0.1:8080
backend default/web:80~enforce HTTP policy-denied

-- diagnostics --
warning Ingress default/shop spec.rules[0].http.paths[0].backend.service: the gateway may not connect to the pods of Service default/web: NetworkPolicy default/deny-all isolates them, and no rule lets it in on TCP 8080. The gateway heeds that, and answers 503 policy-denied (expected: a policy that lets it in, as `tidegate policy suggest --service default/web` prints) (PolicyDenied)
warning Ingress default/told spec.rules[0].http.paths[0].backend.service: the gateway may not connect to the pods of Service default/web: NetworkPolicy default/deny-all isolates them, and no rule lets it in on TCP 8080. Where the network plug-in heeds policies, requests end in 504 (expected: a policy that lets it in, as `tidegate policy suggest --service default/web` prints) (PolicyDenied)
