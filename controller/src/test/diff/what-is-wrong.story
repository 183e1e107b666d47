A Service that is not there, an Ingress that is taken by another one of the same host and path: what is wrong comes and goes.

-- services --
web 80 10.0.0.1

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
spec:
  ingressClassName: tidegate
  rules:
    - host: "shop.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: missing, port: {number: 80}}}}

-- new --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
spec:
  ingressClassName: tidegate
  rules:
    - host: "shop.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: later
spec:
  ingressClassName: tidegate
  rules:
    - host: "shop.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- moves --
~ path shop.example Prefix /: to default/web:80, by Ingress default/later; was to default/missing:80, by Ingress default/shop
- backend default/missing:80: http, round-robin, service-not-found
+ backend default/web:80: http, round-robin, 10.0.0.1:8080
- diagnostic error Ingress default/shop spec.rules[0].http.paths[0].backend.service.name: Service default/missing not found (ServiceNotFound)
+ diagnostic error Ingress default/shop spec.rules[0].http.paths[0]: Prefix / of host shop.example is held by Ingress default/later (spec.rules[0].http.paths[0]) (PathConflict)
what moves: 1 path, 2 backends, 2 diagnostics
