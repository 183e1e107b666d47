A global address list is for everybody without one of his own, outside the global authentication too.

-- options --
--configmap=default/tidegate

-- services --
web 80 10.0.0.1

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: outside
  annotations:
    nginx.ingress.kubernetes.io/enable-global-auth: "false"
spec:
  ingressClassName: tidegate
  rules:
    - host: "outside.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: tidegate
data:
  whitelist-source-range: "10.0.0.0/8"

-- table --
host outside.example rest allow [10.0.0.0/8] deny []
  Prefix / → default/web:80 (default/outside rules[0].paths[0]) [allow [10.0.0.0/8] deny []]
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --

-- requests --
GET http://outside.example/ from 10.1.2.3 → default/outside rules[0].paths[0] → default/web:80
GET http://outside.example/ → default/outside rules[0].paths[0] → 403 source-denied
