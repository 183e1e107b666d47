A policy of the pods' own way out says nothing of who comes in, so their labels, which are not known, do not matter.

-- options --
--own-pod=tidegate/tidegate-7c9d5-x2x8q
--network-policy=enforce

-- services --
other 80 10.0.0.9

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: shop}
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
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: no-way-out, namespace: default}
spec: {podSelector: {}, policyTypes: [Egress]}
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {ports: [{port: 80, name: http}]}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: {name: web-1, labels: {kubernetes.io/service-name: web}}
addressType: IPv4
ports: [{name: http, port: 8080}]
endpoints: [{addresses: [10.0.0.1], targetRef: {kind: Pod, name: web-0}}]

-- requests --
GET http://shop.example/ → default/shop rules[0].paths[0] → default/web:80

-- table --
host shop.example
  Prefix / → default/web:80 (default/shop rules[0].paths[0])
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
