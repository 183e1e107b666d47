--default-backend-service answers where nobody else does, on known hosts and unknown ones, at its first port.

-- options --
--default-backend-service=default/fallback

-- services --
web 80 10.0.0.1
fallback 9090 10.0.0.9

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  ingressClassName: tidegate
  tls:
    - hosts: ["a.example"]
  rules:
    - host: "a.example"
      http:
        paths:
          - {path: "/web", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- table --
host *
  Prefix / → default/fallback (--default-backend-service)
host a.example
  Prefix /web → default/web:80 (default/web rules[0].paths[0]) [redirect 308]
  Prefix / → default/fallback (--default-backend-service)
backend default/fallback HTTP 10.0.0.9:8080
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --

-- requests --
GET https://a.example/web → default/web rules[0].paths[0] → default/web:80 cert self-signed
GET http://a.example/else → --default-backend-service → default/fallback
GET http://nobody.example/ → --default-backend-service → default/fallback
