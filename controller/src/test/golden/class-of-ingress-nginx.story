With the names of ingress-nginx its estate is adopted unchanged.

-- options --
--ingress-class=nginx
--controller-class=k8s.io/ingress-nginx

-- services --
web 80 10.0.0.1

-- manifests --
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata:
  name: nginx
spec: {controller: k8s.io/ingress-nginx}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: field
spec:
  ingressClassName: nginx
  rules:
    - host: "field.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: legacy
  annotations:
    kubernetes.io/ingress.class: "nginx"
spec:
  rules:
    - host: "legacy.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: ours
spec:
  ingressClassName: tidegate
  rules:
    - host: "ours.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- table --
host field.example
  Prefix / → default/web:80 (default/field rules[0].paths[0])
host legacy.example
  Prefix / → default/web:80 (default/legacy rules[0].paths[0])
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --

-- requests --
GET http://field.example/ → default/field rules[0].paths[0] → default/web:80
GET http://legacy.example/ → default/legacy rules[0].paths[0] → default/web:80
GET http://ours.example/ → 404 no-host
