The annotation backend-protocol, in any case. What is not HTTP is refused aloud, and HTTP takes its place.

-- services --
web 80 10.0.0.1

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: http
  annotations:
    nginx.ingress.kubernetes.io/backend-protocol: "HTTP"
spec:
  ingressClassName: tidegate
  rules:
    - host: "http.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: https
  annotations:
    nginx.ingress.kubernetes.io/backend-protocol: "https"
spec:
  ingressClassName: tidegate
  rules:
    - host: "https.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: grpc
  annotations:
    nginx.ingress.kubernetes.io/backend-protocol: "Grpc"
spec:
  ingressClassName: tidegate
  rules:
    - host: "grpc.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: grpcs
  annotations:
    nginx.ingress.kubernetes.io/backend-protocol: "GRPCS"
spec:
  ingressClassName: tidegate
  rules:
    - host: "grpcs.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: auto-http
  annotations:
    nginx.ingress.kubernetes.io/backend-protocol: "AUTO_HTTP"
spec:
  ingressClassName: tidegate
  rules:
    - host: "auto-http.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: fcgi
  annotations:
    nginx.ingress.kubernetes.io/backend-protocol: "FCGI"
spec:
  ingressClassName: tidegate
  rules:
    - host: "fcgi.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: h3
  annotations:
    nginx.ingress.kubernetes.io/backend-protocol: "h3"
spec:
  ingressClassName: tidegate
  rules:
    - host: "h3.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- table --
host auto-http.example
  Prefix / → default/web:80 (default/auto-http rules[0].paths[0])
host fcgi.example
  Prefix / → default/web:80 (default/fcgi rules[0].paths[0])
host grpc.example
  Prefix / → default/web:80+grpc (default/grpc rules[0].paths[0])
host grpcs.example
  Prefix / → default/web:80+grpcs (default/grpcs rules[0].paths[0])
host h3.example
  Prefix / → default/web:80 (default/h3 rules[0].paths[0])
host http.example
  Prefix / → default/web:80+http (default/http rules[0].paths[0])
host https.example
  Prefix / → default/web:80+https (default/https rules[0].paths[0])
backend default/web:80 HTTP 10.0.0.1:8080
backend default/web:80+grpc H2C 10.0.0.1:8080
backend default/web:80+grpcs H2 10.0.0.1:8080
backend default/web:80+http HTTP 10.0.0.1:8080
backend default/web:80+https HTTPS 10.0.0.1:8080

-- diagnostics --
error Ingress default/auto-http metadata.annotations[nginx.ingress.kubernetes.io/backend-protocol]: AUTO_HTTP (expected: HTTP, HTTPS, GRPC or GRPCS) (UnsupportedAnnotation)
error Ingress default/fcgi metadata.annotations[nginx.ingress.kubernetes.io/backend-protocol]: FCGI (expected: HTTP, HTTPS, GRPC or GRPCS) (UnsupportedAnnotation)
error Ingress default/h3 metadata.annotations[nginx.ingress.kubernetes.io/backend-protocol]: h3 (expected: HTTP, HTTPS, GRPC or GRPCS) (InvalidAnnotation)

-- requests --
GET http://http.example/ → default/http rules[0].paths[0] → default/web:80+http
GET http://https.example/ → default/https rules[0].paths[0] → default/web:80+https
GET http://grpc.example/ → default/grpc rules[0].paths[0] → default/web:80+grpc
GET http://grpcs.example/ → default/grpcs rules[0].paths[0] → default/web:80+grpcs
GET http://auto-http.example/ → default/auto-http rules[0].paths[0] → default/web:80
GET http://fcgi.example/ → default/fcgi rules[0].paths[0] → default/web:80
GET http://h3.example/ → default/h3 rules[0].paths[0] → default/web:80
