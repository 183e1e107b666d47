A handshake presents the certificate of the exact name, else of the one-label wildcard, else the default one. An entry
without a Secret asks for the default one; the tls section makes no route.

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
    - hosts: ["a.example"]
      secretName: a
    - hosts: ["*.example", "b.example"]
      secretName: wild
    - hosts: ["own.example"]
    - hosts: ["routeless.other"]
      secretName: routeless
  rules:
    - host: "a.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    - host: "b.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    - host: "plain.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    - host: "own.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: v1
kind: Secret
type: kubernetes.io/tls
metadata:
  name: a
  annotations: {certificate-for: "a.example"}
---
apiVersion: v1
kind: Secret
type: kubernetes.io/tls
metadata:
  name: wild
  annotations: {certificate-for: "*.example"}
---
apiVersion: v1
kind: Secret
type: kubernetes.io/tls
metadata:
  name: routeless
  annotations: {certificate-for: "routeless.other"}

-- table --
host a.example cert default/a
  Prefix / → default/web:80 (default/web rules[0].paths[0]) [redirect 308]
host b.example cert default/wild
  Prefix / → default/web:80 (default/web rules[1].paths[0]) [redirect 308]
host own.example
  Prefix / → default/web:80 (default/web rules[3].paths[0]) [redirect 308]
host plain.example cert default/wild
  Prefix / → default/web:80 (default/web rules[2].paths[0]) [redirect 308]
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --

-- requests --
GET https://a.example/ → default/web rules[0].paths[0] → default/web:80 cert default/a
GET https://b.example/ → default/web rules[1].paths[0] → default/web:80 cert default/wild
GET https://plain.example/ → default/web rules[2].paths[0] → default/web:80 cert default/wild
GET https://own.example/ → default/web rules[3].paths[0] → default/web:80 cert self-signed
GET https://x.y.example/ → 404 no-host cert self-signed
GET https://routeless.other/ → 404 no-host cert default/routeless
GET http://a.example/ → default/web rules[0].paths[0] → 308 https-redirect
