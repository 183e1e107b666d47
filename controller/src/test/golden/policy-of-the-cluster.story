A tier above the namespaces refuses the gateway; no NetworkPolicy could help.

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
kind: Pod
metadata: {name: web-0, namespace: default, labels: {app: web}}
status: {podIP: 10.0.0.1}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: allow-tidegate, namespace: default}
spec:
  podSelector: {matchLabels: {app: web}}
  ingress:
  - from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: tidegate}}, podSelector: {matchLabels: {app.kubernetes.io/name: tidegate}}}]
    ports: [{protocol: TCP, port: 8080}]
---
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: fence}
spec:
  tier: Admin
  priority: 10
  subject: {namespaces: {}}
  ingress: [{name: nobody, action: Deny, from: [{namespaces: {}}]}]

-- requests --
GET http://shop.example/ → default/shop rules[0].paths[0] → 503 policy-denied

-- table --
host shop.example
  Prefix / → default/web:80 (default/shop rules[0].paths[0])
backend default/web:80 HTTP policy-denied

-- diagnostics --
warning Ingress default/shop spec.rules[0].http.paths[0].backend.service: the gateway may not connect to the pods of Service default/web: ClusterNetworkPolicy fence spec.ingress[0] (nobody) refuses it there on TCP 8080. The gateway heeds that, and answers 503 policy-denied (expected: a rule that accepts it, before that one; `tidegate policy suggest --service default/web` tells more) (PolicyDenied)
