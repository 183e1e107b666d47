An Ingress with nothing but a default backend takes what nobody claims; of two, the older.

-- services --
early 80 10.0.0.1
late 80 10.0.0.2
web 80 10.0.0.3

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: late
  creationTimestamp: "2026-02-01T00:00:00Z"
spec:
  ingressClassName: tidegate
  defaultBackend: {service: {name: late, port: {number: 80}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: early
  creationTimestamp: "2026-01-01T00:00:00Z"
spec:
  ingressClassName: tidegate
  defaultBackend: {service: {name: early, port: {number: 80}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  ingressClassName: tidegate
  rules:
    - host: "a.example"
      http:
        paths:
          - {path: "/web", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- table --
host *
  Prefix / → default/early:80 (default/early defaultBackend)
host a.example
  Prefix /web → default/web:80 (default/web rules[0].paths[0])
backend default/early:80 HTTP 10.0.0.1:8080
backend default/late:80 HTTP 10.0.0.2:8080
backend default/web:80 HTTP 10.0.0.3:8080

-- diagnostics --
error Ingress default/late spec.defaultBackend: Prefix / of host * is held by Ingress default/early (spec.defaultBackend) (PathConflict)

-- requests --
GET http://my-host/ → default/early defaultBackend → default/early:80
POST http://some-host/ → default/early defaultBackend → default/early:80
GET http://a.example/web → default/web rules[0].paths[0] → default/web:80
GET http://a.example/else → 404 no-path
