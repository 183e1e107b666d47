What is wrong elsewhere, and may pass without an edit, quarantines nobody: a missing Service or Secret, an annotation
that is not honoured, a path that an older Ingress holds.

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
  annotations:
    nginx.ingress.kubernetes.io/limit-rps: "5"
spec:
  ingressClassName: tidegate
  tls:
    - hosts: [shop.example]
      secretName: missing
  rules:
    - host: shop.example
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: api, port: {number: 80}}}}
          - {path: "/gone", pathType: Prefix, backend: {service: {name: gone, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: zeta
  generation: 1
  resourceVersion: "10"
spec:
  ingressClassName: tidegate
  rules:
    - host: other.example
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: api, port: {number: 80}}}}

-- table --
host other.example
  Prefix / → default/web:80 (default/other rules[0].paths[0])
host shop.example
  Prefix /gone → default/gone:80 (default/shop rules[0].paths[1]) [redirect 308, limits default/shop 5/s 0/m times 5, 0 at once, but []]
  Prefix / → default/api:80 (default/shop rules[0].paths[0]) [redirect 308, limits default/shop 5/s 0/m times 5, 0 at once, but []]
backend default/api:80 HTTP 10.0.0.2:8080
backend default/gone:80 HTTP service-not-found
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
error Ingress default/shop spec.rules[0].http.paths[1].backend.service.name: Service default/gone not found (ServiceNotFound)
error Ingress default/shop spec.tls[0].secretName: Secret default/missing not found; it is of no use (SecretNotFound)
error Ingress default/zeta spec.rules[0].http.paths[0]: Prefix / of host other.example is held by Ingress default/other (spec.rules[0].http.paths[0]) (PathConflict)

-- requests --
GET http://shop.example/gone → default/shop rules[0].paths[1] → 308 https-redirect
GET https://shop.example/ → default/shop rules[0].paths[0] → default/api:80 cert self-signed
GET http://other.example/ → default/other rules[0].paths[0] → default/web:80
