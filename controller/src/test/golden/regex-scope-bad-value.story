A regex-scope that is neither host nor ingress is told, and it is host.

-- options --
--configmap=default/tidegate

-- services --
app 80 10.0.0.1

-- manifests --
apiVersion: v1
kind: ConfigMap
metadata:
  name: tidegate
data:
  regex-scope: path
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: asking
  annotations:
    nginx.ingress.kubernetes.io/use-regex: "true"
spec:
  ingressClassName: tidegate
  rules:
    - host: a.example
      http:
        paths:
          - {path: "/app", pathType: Exact, backend: {service: {name: app, port: {number: 80}}}}

-- requests --
GET http://a.example/application → default/asking rules[0].paths[0] → default/app:80

-- table --
host a.example
  Regex /app → default/app:80 (default/asking rules[0].paths[0])
backend default/app:80 HTTP 10.0.0.1:8080

-- diagnostics --
error ConfigMap default/tidegate data[regex-scope]: path (expected: host or ingress) (InvalidSetting)
