Which host answers: exact before wildcard before host-less, and never the next one when no path matches.

Source: Ingress v1 rules[].host; a star stands for exactly one label.

-- services --
exact 80 10.0.0.1
wildcard 80 10.0.0.2
rest 80 10.0.0.3

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  ingressClassName: tidegate
  rules:
    - host: "foo.bar.com"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: exact, port: {number: 80}}}}
    - host: "*.foo.com"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: wildcard, port: {number: 80}}}}
    - host: "two.foo.com"
      http:
        paths:
          - {path: "/only", pathType: Prefix, backend: {service: {name: exact, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: rest
spec:
  ingressClassName: tidegate
  rules:
    - http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: rest, port: {number: 80}}}}

-- table --
host *
  Prefix / → default/rest:80 (default/rest rules[0].paths[0])
host *.foo.com
  Prefix / → default/wildcard:80 (default/web rules[1].paths[0])
host foo.bar.com
  Prefix / → default/exact:80 (default/web rules[0].paths[0])
host two.foo.com
  Prefix /only → default/exact:80 (default/web rules[2].paths[0])
backend default/exact:80 HTTP 10.0.0.1:8080
backend default/rest:80 HTTP 10.0.0.3:8080
backend default/wildcard:80 HTTP 10.0.0.2:8080

-- diagnostics --

-- requests --
GET http://foo.bar.com/ → default/web rules[0].paths[0] → default/exact:80
GET http://FOO.Bar.com/ → default/web rules[0].paths[0] → default/exact:80
GET http://foo.bar.com.:8080/ → default/web rules[0].paths[0] → default/exact:80
GET http://subdomain.bar.com/ → default/rest rules[0].paths[0] → default/rest:80
GET http://bar.foo.com/ → default/web rules[1].paths[0] → default/wildcard:80
GET http://baz.bar.foo.com/ → default/rest rules[0].paths[0] → default/rest:80
GET http://foo.com/ → default/rest rules[0].paths[0] → default/rest:80
GET http://.foo.com/ → default/rest rules[0].paths[0] → default/rest:80
GET http://two.foo.com/only → default/web rules[2].paths[0] → default/exact:80
GET http://two.foo.com/else → 404 no-path
GET http://10.0.0.1/ → default/rest rules[0].paths[0] → default/rest:80
GET http://[fd00::1]:8080/ → default/rest rules[0].paths[0] → default/rest:80
