Several paths match: Exact before Prefix, then the longest. Of the prefixes /foo and /foo/ the longer takes it all, and
the order in the list decides nothing. ImplementationSpecific is Prefix, and an empty one is /.

-- services --
exact 80 10.0.0.1
longer 80 10.0.0.2
shorter 80 10.0.0.3

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  ingressClassName: tidegate
  rules:
    - host: "exact-first.example"
      http:
        paths:
          - {path: "/foo/", pathType: Prefix, backend: {service: {name: longer, port: {number: 80}}}}
          - {path: "/foo", pathType: Exact, backend: {service: {name: exact, port: {number: 80}}}}
    - host: "slash.example"
      http:
        paths:
          - {path: "/foo", pathType: Prefix, backend: {service: {name: shorter, port: {number: 80}}}}
          - {path: "/foo/", pathType: Prefix, backend: {service: {name: longer, port: {number: 80}}}}
    - host: "specific.example"
      http:
        paths:
          - {pathType: ImplementationSpecific, backend: {service: {name: shorter, port: {number: 80}}}}
          - {path: "/foo", pathType: ImplementationSpecific, backend: {service: {name: longer, port: {number: 80}}}}

-- table --
host exact-first.example
  Exact /foo → default/exact:80 (default/web rules[0].paths[1])
  Prefix /foo/ → default/longer:80 (default/web rules[0].paths[0])
host slash.example
  Prefix /foo/ → default/longer:80 (default/web rules[1].paths[1])
  Prefix /foo → default/shorter:80 (default/web rules[1].paths[0])
host specific.example
  Prefix /foo → default/longer:80 (default/web rules[2].paths[1])
  Prefix / → default/shorter:80 (default/web rules[2].paths[0])
backend default/exact:80 HTTP 10.0.0.1:8080
backend default/longer:80 HTTP 10.0.0.2:8080
backend default/shorter:80 HTTP 10.0.0.3:8080

-- diagnostics --

-- requests --
GET http://exact-first.example/foo → default/web rules[0].paths[1] → default/exact:80
GET http://exact-first.example/foo/ → default/web rules[0].paths[0] → default/longer:80
GET http://slash.example/foo → default/web rules[1].paths[1] → default/longer:80
GET http://slash.example/foo/x → default/web rules[1].paths[1] → default/longer:80
GET http://specific.example/ → default/web rules[2].paths[0] → default/shorter:80
GET http://specific.example/foo/x → default/web rules[2].paths[1] → default/longer:80
GET http://specific.example/foobar → default/web rules[2].paths[0] → default/shorter:80
