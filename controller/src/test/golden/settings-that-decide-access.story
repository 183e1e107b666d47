A global access rule that is not honoured closes all that it covers; an Ingress may be outside global authentication.

-- options --
--configmap=default/tidegate

-- services --
web 80 10.0.0.1

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: plain
spec:
  ingressClassName: tidegate
  rules:
    - host: "plain.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
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
  global-auth-url: "https://auth.example/"

-- table --
host outside.example
  Prefix / → default/web:80 (default/outside rules[0].paths[0])
host plain.example
  Prefix / → access-undecidable: Ingress default/plain is closed, as the global setting global-auth-url is not honoured (default/plain rules[0].paths[0])
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
error ConfigMap default/tidegate data[global-auth-url]: not honoured yet, and it decides access: global-auth-url; closed until it is (InvalidSetting)

-- requests --
GET http://plain.example/ → default/plain rules[0].paths[0] → 503 access-undecidable
GET http://outside.example/ → default/outside rules[0].paths[0] → default/web:80
