--default-ssl-certificate is presented where there is no better one.

-- options --
--default-ssl-certificate=default/wild

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
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: v1
kind: Secret
type: kubernetes.io/tls
metadata:
  name: wild
  annotations: {certificate-for: "*.example"}

-- table --
host a.example
  Prefix / → default/web:80 (default/web rules[0].paths[0])
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --

-- requests --
GET https://a.example/ → default/web rules[0].paths[0] → default/web:80 cert default/wild
GET https://nobody.other/ → 404 no-host cert default/wild
