The older Ingress holds the path, also while it is in quarantine: its last good version is as old as the object.

-- services --
web 80 10.0.0.1
api 80 10.0.0.2

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
  creationTimestamp: "2026-01-01T00:00:00Z"
  generation: 1
  resourceVersion: "10"
spec:
  ingressClassName: tidegate
  rules:
    - host: shop.example
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: "/api", pathType: Prefix, backend: {service: {name: api, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: rival
  creationTimestamp: "2026-02-01T00:00:00Z"
  generation: 1
  resourceVersion: "10"
spec:
  ingressClassName: tidegate
  rules:
    - host: shop.example
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: api, port: {number: 80}}}}
          - {path: "/new", pathType: Prefix, backend: {service: {name: api, port: {number: 80}}}}

-- edit --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
  creationTimestamp: "2026-01-01T00:00:00Z"
  generation: 2
  resourceVersion: "20"
spec:
  ingressClassName: tidegate
  rules:
    - host: shop.example
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: "api", pathType: Prefix, backend: {service: {name: api, port: {number: 80}}}}
          - {path: "/new", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- table --
host shop.example
  Prefix /api → default/api:80 (default/shop rules[0].paths[1])
  Prefix /new → default/api:80 (default/rival rules[0].paths[1])
  Prefix / → default/web:80 (default/shop rules[0].paths[0])
backend default/api:80 HTTP 10.0.0.2:8080
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
error Ingress default/rival spec.rules[0].http.paths[0]: Prefix / of host shop.example is held by Ingress default/shop (spec.rules[0].http.paths[0]) (PathConflict)
error Ingress default/shop: its last good version, generation 1 (resourceVersion 10), is served since TIME (expected: the errors told beside this mended) (Quarantined)
error Ingress default/shop spec.rules[0].http.paths[1].path: api (expected: a leading /, and no //, /./, /../, %2F or ? in it) (InvalidField)

-- requests --
GET http://shop.example/ → default/shop rules[0].paths[0] → default/web:80
GET http://shop.example/new → default/rival rules[0].paths[1] → default/api:80
