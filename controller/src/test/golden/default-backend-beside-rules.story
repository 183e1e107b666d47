A default backend beside rules takes what is left of its own hosts, then of everything, but only after the Ingresses
that have nothing else. A rule for / beats it, whoever wrote it. A host without paths has only the default backend.

-- services --
web 80 10.0.0.1
fallback 80 10.0.0.2
third 80 10.0.0.3

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  ingressClassName: tidegate
  defaultBackend: {service: {name: fallback, port: {number: 80}}}
  rules:
    - host: "a.example"
      http:
        paths:
          - {path: "/web", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    - host: "bare.example"
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: other
spec:
  ingressClassName: tidegate
  rules:
    - host: "a.example"
      http:
        paths:
          - {path: "/other", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    - host: "b.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: third
spec:
  ingressClassName: tidegate
  defaultBackend: {service: {name: third, port: {number: 80}}}
  rules:
    - host: "b.example"
      http:
        paths:
          - {path: "/third", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- table --
host *
  Prefix / → default/third:80 (default/third defaultBackend)
host a.example
  Prefix /other → default/web:80 (default/other rules[0].paths[0])
  Prefix /web → default/web:80 (default/web rules[0].paths[0])
  Prefix / → default/fallback:80 (default/web defaultBackend)
host b.example
  Prefix /third → default/web:80 (default/third rules[0].paths[0])
  Prefix / → default/web:80 (default/other rules[1].paths[0])
host bare.example
  Prefix / → default/fallback:80 (default/web defaultBackend)
backend default/fallback:80 HTTP 10.0.0.2:8080
backend default/third:80 HTTP 10.0.0.3:8080
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --

-- requests --
GET http://a.example/web → default/web rules[0].paths[0] → default/web:80
GET http://a.example/other → default/other rules[0].paths[0] → default/web:80
GET http://a.example/else → default/web defaultBackend → default/fallback:80
GET http://bare.example/ → default/web defaultBackend → default/fallback:80
GET http://b.example/else → default/other rules[1].paths[0] → default/web:80
GET http://nobody.example/ → default/third defaultBackend → default/third:80
