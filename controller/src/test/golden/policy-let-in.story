The suggested policy arrives, and the verdict turns.

-- options --
--own-pod=tidegate/tidegate-7c9d5-x2x8q
--network-policy=enforce

-- services --
web 80 10.0.0.1

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
kind: Namespace
metadata: {name: tidegate, labels: {kubernetes.io/metadata.name: tidegate}}
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
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: allow-web, namespace: default}
spec:
  podSelector: {matchLabels: {app: web}}
  ingress:
  - from: [{podSelector: {matchLabels: {role: frontend}}}]
    ports: [{protocol: TCP, port: 80}]

-- edit --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: allow-tidegate, namespace: default}
spec:
  podSelector: {matchLabels: {app: web}}
  ingress:
  - from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: tidegate}}, podSelector: {matchLabels: {app.kubernetes.io/name: tidegate}}}]
    ports: [{protocol: TCP, port: 8080}]

-- requests --
GET http://shop.example/ → default/shop rules[0].paths[0] → default/web:80

-- table --
host shop.example
  Prefix / → default/web:80 (default/shop rules[0].paths[0])
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
