regex-scope: ingress leaves the paths of other Ingresses what they were: Exact first, then the longest text, be it a prefix or an
expression. Nothing is told, as nothing changed.

-- options --
--configmap=default/tidegate

-- services --
app 80 10.0.0.1
web 80 10.0.0.2

-- manifests --
apiVersion: v1
kind: ConfigMap
metadata:
  name: tidegate
data:
  regex-scope: ingress
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: asking
  annotations:
    nginx.ingress.kubernetes.io/rewrite-target: /$2
spec:
  ingressClassName: tidegate
  rules:
    - host: a.example
      http:
        paths:
          - {path: "/app(/|$)(.*)", pathType: ImplementationSpecific, backend: {service: {name: app, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: bystander
spec:
  ingressClassName: tidegate
  rules:
    - host: a.example
      http:
        paths:
          - {path: /app/exact, pathType: Exact, backend: {service: {name: web, port: {number: 80}}}}
          - {path: /app/longer/prefix, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: /foo, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- requests --
GET http://a.example/APP/x → default/asking rules[0].paths[0] → default/app:80 as /x
GET http://a.example/app/exact → default/bystander rules[0].paths[0] → default/web:80
GET http://a.example/app/exact/x → default/asking rules[0].paths[0] → default/app:80 as /exact/x
GET http://a.example/app/longer/prefix/x → default/bystander rules[0].paths[1] → default/web:80
GET http://a.example/app/longer/pre → default/asking rules[0].paths[0] → default/app:80 as /longer/pre
GET http://a.example/foobar → 404 no-path
GET http://a.example/FOO → 404 no-path

-- table --
host a.example
  Exact /app/exact → default/web:80 (default/bystander rules[0].paths[0])
  Prefix /app/longer/prefix → default/web:80 (default/bystander rules[0].paths[1])
  Regex /app(/|$)(.*) → default/app:80 (default/asking rules[0].paths[0]) [rewrite /$2]
  Prefix /foo → default/web:80 (default/bystander rules[0].paths[2])
backend default/app:80 HTTP 10.0.0.1:8080
backend default/web:80 HTTP 10.0.0.2:8080

-- diagnostics --
