The ConfigMap that the command line names does not exist: defaults, and it is said.

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

-- table --
host plain.example
  Prefix / → default/web:80 (default/plain rules[0].paths[0])
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
warning ConfigMap default/tidegate: not found; all settings have their defaults (InvalidSetting)

-- requests --
GET http://plain.example/ → default/plain rules[0].paths[0] → default/web:80
