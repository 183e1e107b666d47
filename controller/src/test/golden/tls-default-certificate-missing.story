The Secret of --default-ssl-certificate does not exist: a self-signed one is presented, and it is said.

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

-- table --
host a.example
  Prefix / → default/web:80 (default/web rules[0].paths[0])
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
error Secret default/wild: Secret default/wild not found; it is of no use (--default-ssl-certificate) (SecretNotFound)

-- requests --
GET https://a.example/ → default/web rules[0].paths[0] → default/web:80 cert self-signed
