Broken twice, and then mended: the Ingress is served as it now is, and nothing is said any more.

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
    - host: shop.example
      http:
        paths:
          - {path: "/", pathType: Nonsense, backend: {service: {name: web, port: {number: 80}}}}

-- edit 3 --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
  generation: 4
  resourceVersion: "40"
spec:
  ingressClassName: tidegate
  rules:
    - host: shop.example
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: api, port: {number: 80}}}}

-- table --
host shop.example
  Prefix / → default/api:80 (default/shop rules[0].paths[0])
backend default/api:80 HTTP 10.0.0.2:8080

-- diagnostics --

-- requests --
GET http://shop.example/ → default/shop rules[0].paths[0] → default/api:80
GET http://shop.example/api → default/shop rules[0].paths[0] → default/api:80
