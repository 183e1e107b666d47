What cert-manager makes for a challenge: an Ingress of its own for one path, which lets everybody in by name. It is served
in clear text beside a host that redirects, by either way of naming its class and either type of path.

-- services --
web 80 10.0.0.1
cm-acme-http-solver-a 8089 10.0.0.2
cm-acme-http-solver-b 8089 10.0.0.3

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
spec:
  ingressClassName: tidegate
  tls: [{hosts: [shop.example], secretName: shop-tls}]
  rules:
    - host: "shop.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: cm-acme-http-solver-a
  annotations:
    nginx.ingress.kubernetes.io/whitelist-source-range: "0.0.0.0/0,::/0"
spec:
  ingressClassName: tidegate
  rules:
    - host: "shop.example"
      http:
        paths:
          - path: "/.well-known/acme-challenge/aaa"
            pathType: Exact
            backend: {service: {name: cm-acme-http-solver-a, port: {number: 8089}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: cm-acme-http-solver-b
  annotations:
    kubernetes.io/ingress.class: tidegate
    nginx.ingress.kubernetes.io/whitelist-source-range: "0.0.0.0/0,::/0"
spec:
  rules:
    - host: "shop.example"
      http:
        paths:
          - path: "/.well-known/acme-challenge/bbb"
            pathType: ImplementationSpecific
            backend: {service: {name: cm-acme-http-solver-b, port: {number: 8089}}}

-- table --
host shop.example
  Exact /.well-known/acme-challenge/aaa → default/cm-acme-http-solver-a:8089 (default/cm-acme-http-solver-a rules[0].paths[0])
  Prefix /.well-known/acme-challenge/bbb → default/cm-acme-http-solver-b:8089 (default/cm-acme-http-solver-b rules[0].paths[0])
  Prefix / → default/web:80 (default/shop rules[0].paths[0]) [redirect 308]
backend default/cm-acme-http-solver-a:8089 HTTP 10.0.0.2:8080
backend default/cm-acme-http-solver-b:8089 HTTP 10.0.0.3:8080
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
error Ingress default/shop spec.tls[0].secretName: Secret default/shop-tls not found; it is of no use (SecretNotFound)

-- requests --
GET http://shop.example/ → default/shop rules[0].paths[0] → 308 https-redirect
GET http://shop.example/.well-known/acme-challenge/aaa → default/cm-acme-http-solver-a rules[0].paths[0] → default/cm-acme-http-solver-a:8089
GET http://shop.example/.well-known/acme-challenge/bbb → default/cm-acme-http-solver-b rules[0].paths[0] → default/cm-acme-http-solver-b:8089
GET http://shop.example/.well-known/acme-challenge/ccc → default/shop rules[0].paths[0] → 308 https-redirect
