A rule with a host and no paths keeps that host from falling to a wildcard, even where nothing answers for it.

-- services --
web 80 10.0.0.1

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  ingressClassName: tidegate
  rules:
    - host: "*.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    - host: "bare.example"

-- table --
host *.example
  Prefix / → default/web:80 (default/web rules[0].paths[0])
host bare.example
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --

-- requests --
GET http://other.example/ → default/web rules[0].paths[0] → default/web:80
GET http://bare.example/ → 404 no-path
