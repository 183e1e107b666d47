--ingress-class-by-name takes in the class of our name, whosever it is, if it exists.

-- options --
--ingress-class-by-name=true

-- services --
web 80 10.0.0.1

-- manifests --
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata:
  name: tidegate
spec: {controller: somebody.example/else}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: named
spec:
  ingressClassName: tidegate
  rules:
    - host: "named.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: unknown
spec:
  ingressClassName: unknown
  rules:
    - host: "unknown.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- table --
host named.example
  Prefix / → default/web:80 (default/named rules[0].paths[0])
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --

-- requests --
GET http://named.example/ → default/named rules[0].paths[0] → default/web:80
GET http://unknown.example/ → 404 no-host
