The Service of --default-backend-service does not exist: said, and answered with 503.

-- options --
--default-backend-service=default/fallback

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
    - host: "a.example"
      http:
        paths:
          - {path: "/web", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- table --
host *
  Prefix / → default/fallback (--default-backend-service)
host a.example
  Prefix /web → default/web:80 (default/web rules[0].paths[0])
  Prefix / → default/fallback (--default-backend-service)
backend default/fallback HTTP service-not-found
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
error Service default/fallback --default-backend-service: Service default/fallback not found (ServiceNotFound)

-- requests --
GET http://nobody.example/ → --default-backend-service → 503 service-not-found
