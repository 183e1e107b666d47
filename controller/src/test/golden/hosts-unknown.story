Nobody claims the host: 404, and a deeper name than the star covers is such a host.

-- services --
exact 80 10.0.0.1

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
          - {path: "/", pathType: Prefix, backend: {service: {name: exact, port: {number: 80}}}}

-- table --
host *.foo.com
  Prefix / → default/exact:80 (default/web rules[1].paths[0])
host foo.bar.com
  Prefix / → default/exact:80 (default/web rules[0].paths[0])
backend default/exact:80 HTTP 10.0.0.1:8080

-- diagnostics --

-- requests --
GET http://subdomain.bar.com/ → 404 no-host
GET http://baz.bar.foo.com/ → 404 no-host
GET http://foo.com/ → 404 no-host
