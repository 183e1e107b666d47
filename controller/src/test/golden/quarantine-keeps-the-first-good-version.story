Broken twice, in two ways: what is served is still the version before the first, and what is wrong is that of the last.

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

-- edit 2 --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
  generation: 3
  resourceVersion: "30"
spec:
  ingressClassName: tidegate
  rules:
    - host: elsewhere.example
      http:
        paths:
          - {path: "/", pathType: Nonsense, backend: {service: {name: web, port: {number: 80}}}}

-- table --
host shop.example
  Prefix /api → default/api:80 (default/shop rules[0].paths[1])
  Prefix / → default/web:80 (default/shop rules[0].paths[0])
backend default/api:80 HTTP 10.0.0.2:8080
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
error Ingress default/shop: its last good version, generation 1 (resourceVersion 10), is served since TIME (expected: the errors told beside this mended) (Quarantined)
error Ingress default/shop spec.rules[0].http.paths[0].pathType: Nonsense (expected: Exact, Prefix or ImplementationSpecific) (InvalidField)

-- requests --
GET http://shop.example/api → default/shop rules[0].paths[1] → default/api:80
GET http://elsewhere.example/ → 404 no-host
