--watch-ingress-without-class takes in what names no class.

-- options --
--watch-ingress-without-class=true

-- services --
web 80 10.0.0.1

-- manifests --
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata:
  name: ours
spec: {controller: tidegate.dev/ingress-controller}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: neither
spec:
  rules:
    - host: "neither.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: legacy-empty
  annotations:
    kubernetes.io/ingress.class: ""
spec:
  rules:
    - host: "legacy-empty.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: legacy-other
  annotations:
    kubernetes.io/ingress.class: "nginx"
spec:
  rules:
    - host: "legacy-other.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- table --
host legacy-empty.example
  Prefix / → default/web:80 (default/legacy-empty rules[0].paths[0])
host neither.example
  Prefix / → default/web:80 (default/neither rules[0].paths[0])
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --

-- requests --
GET http://neither.example/ → default/neither rules[0].paths[0] → default/web:80
GET http://legacy-empty.example/ → default/legacy-empty rules[0].paths[0] → default/web:80
GET http://legacy-other.example/ → 404 no-host
