An Ingress that never was good has no version to go back to: the smallest part that is malformed is lost, and the rest
is served. An edit of it that is malformed too changes nothing about that.

-- services --
web 80 10.0.0.1
api 80 10.0.0.2

-- manifests --
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

-- edit --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
  generation: 3
  resourceVersion: "30"
spec:
  ingressClassName: tidegate
  rules:
    - host: shop.example
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: "api", pathType: Prefix, backend: {service: {name: api, port: {number: 80}}}}

-- table --
host shop.example
  Prefix / → default/web:80 (default/shop rules[0].paths[0])
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
error Ingress default/shop spec.rules[0].http.paths[1].path: api (expected: a leading /, and no //, /./, /../, %2F or ? in it) (InvalidField)

-- requests --
GET http://shop.example/ → default/shop rules[0].paths[0] → default/web:80
GET http://shop.example/new → default/shop rules[0].paths[0] → default/web:80
GET http://shop.example/api → default/shop rules[0].paths[0] → default/web:80
