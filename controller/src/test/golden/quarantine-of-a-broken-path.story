An edit breaks one path of an Ingress, and adds another. The Ingress stays what it last was, as a whole: neither is the
good path lost nor the new one served, for nobody meant half of an edit. It says so, and its neighbour is not touched.

-- services --
web 80 10.0.0.1
api 80 10.0.0.2

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
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
  name: other
  generation: 1
  resourceVersion: "10"
spec:
  ingressClassName: tidegate
  rules:
    - host: other.example
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- edit --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
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
host other.example
  Prefix / → default/web:80 (default/other rules[0].paths[0])
host shop.example
  Prefix /api → default/api:80 (default/shop rules[0].paths[1])
  Prefix / → default/web:80 (default/shop rules[0].paths[0])
backend default/api:80 HTTP 10.0.0.2:8080
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
error Ingress default/shop: its last good version, generation 1 (resourceVersion 10), is served since TIME (expected: the errors told beside this mended) (Quarantined)
error Ingress default/shop spec.rules[0].http.paths[1].path: api (expected: a leading /, and no //, /./, /../, %2F or ? in it) (InvalidField)

-- requests --
GET http://shop.example/ → default/shop rules[0].paths[0] → default/web:80
GET http://shop.example/api → default/shop rules[0].paths[1] → default/api:80
GET http://shop.example/new → default/shop rules[0].paths[0] → default/web:80
GET http://other.example/ → default/other rules[0].paths[0] → default/web:80
