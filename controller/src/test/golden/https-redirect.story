A host that has TLS sends clear-text requests to https, whichever of its Ingresses has the tls section; the paths of
ACME challenges stay out of it. ssl-redirect switches it off, force-ssl-redirect on where there is no TLS.

-- services --
web 80 10.0.0.1

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  ingressClassName: tidegate
  tls:
    - hosts: []
      secretName: missing
  rules:
    - host: "a.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: "/.well-known/acme-challenge/token", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: beside
spec:
  ingressClassName: tidegate
  rules:
    - host: "a.example"
      http:
        paths:
          - {path: "/beside", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: off
  annotations:
    nginx.ingress.kubernetes.io/ssl-redirect: "false"
spec:
  ingressClassName: tidegate
  rules:
    - host: "a.example"
      http:
        paths:
          - {path: "/off", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
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
  name: forced
  annotations:
    tidegate.dev/force-ssl-redirect: "true"
spec:
  ingressClassName: tidegate
  rules:
    - host: "forced.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: hostless
spec:
  ingressClassName: tidegate
  tls:
    - hosts: []
  rules:
    - http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: located
  annotations:
    nginx.ingress.kubernetes.io/force-ssl-redirect: "true"
    nginx.ingress.kubernetes.io/preserve-trailing-slash: "true"
    nginx.ingress.kubernetes.io/use-port-in-redirects: "true"
spec:
  ingressClassName: tidegate
  rules:
    - host: "located.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- table --
host *
  Prefix / → default/web:80 (default/hostless rules[0].paths[0])
host a.example
  Prefix /.well-known/acme-challenge/token → default/web:80 (default/web rules[0].paths[1])
  Prefix /beside → default/web:80 (default/beside rules[0].paths[0]) [redirect 308]
  Prefix /off → default/web:80 (default/off rules[0].paths[0])
  Prefix / → default/web:80 (default/web rules[0].paths[0]) [redirect 308]
host forced.example
  Prefix / → default/web:80 (default/forced rules[0].paths[0]) [redirect 308]
host located.example
  Prefix / → default/web:80 (default/located rules[0].paths[0]) [redirect 308 slash port]
host plain.example
  Prefix / → default/web:80 (default/plain rules[0].paths[0])
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
error Ingress default/web spec.tls[0].secretName: Secret default/missing not found; it is of no use (SecretNotFound)

-- requests --
GET http://a.example/ → default/web rules[0].paths[0] → 308 https-redirect
GET http://a.example/.well-known/acme-challenge/token → default/web rules[0].paths[1] → default/web:80
GET http://a.example/beside → default/beside rules[0].paths[0] → 308 https-redirect
GET http://a.example/off → default/off rules[0].paths[0] → default/web:80
GET https://a.example/off → default/off rules[0].paths[0] → default/web:80 cert self-signed
GET http://plain.example/ → default/plain rules[0].paths[0] → default/web:80
GET http://forced.example/ → default/forced rules[0].paths[0] → 308 https-redirect
GET http://nobody.example/ → default/hostless rules[0].paths[0] → default/web:80
