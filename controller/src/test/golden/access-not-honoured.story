An annotation that decides access and is not honoured yet closes the Ingress: better shut than open. Its neighbours on
the same host serve.

-- services --
web 80 10.0.0.1

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: auth-url
  annotations:
    nginx.ingress.kubernetes.io/auth-url: "https://auth.example/"
spec:
  ingressClassName: tidegate
  defaultBackend: {service: {name: web, port: {number: 80}}}
  rules:
    - host: "auth-url.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: auth-secret
  annotations:
    nginx.ingress.kubernetes.io/auth-secret: "users"
spec:
  ingressClassName: tidegate
  defaultBackend: {service: {name: web, port: {number: 80}}}
  rules:
    - host: "auth-secret.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: auth-tls-secret
  annotations:
    nginx.ingress.kubernetes.io/auth-tls-secret: "default/ca"
spec:
  ingressClassName: tidegate
  defaultBackend: {service: {name: web, port: {number: 80}}}
  rules:
    - host: "auth-tls-secret.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: satisfy
  annotations:
    nginx.ingress.kubernetes.io/satisfy: "any"
spec:
  ingressClassName: tidegate
  defaultBackend: {service: {name: web, port: {number: 80}}}
  rules:
    - host: "satisfy.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: enable-modsecurity
  annotations:
    nginx.ingress.kubernetes.io/enable-modsecurity: "true"
spec:
  ingressClassName: tidegate
  defaultBackend: {service: {name: web, port: {number: 80}}}
  rules:
    - host: "enable-modsecurity.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: configuration-snippet
  annotations:
    nginx.ingress.kubernetes.io/configuration-snippet: "location /metrics { deny all; }"
spec:
  ingressClassName: tidegate
  defaultBackend: {service: {name: web, port: {number: 80}}}
  rules:
    - host: "configuration-snippet.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: server-snippet
  annotations:
    nginx.ingress.kubernetes.io/server-snippet: "if ($http_x != 'y') { return 403; }"
spec:
  ingressClassName: tidegate
  defaultBackend: {service: {name: web, port: {number: 80}}}
  rules:
    - host: "server-snippet.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: neighbour
spec:
  ingressClassName: tidegate
  rules:
    - host: "auth-url.example"
      http:
        paths:
          - {path: "/open", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- table --
host *
  Prefix / → access-undecidable: Ingress default/auth-secret is closed, as the annotation auth-secret is not honoured (default/auth-secret defaultBackend)
host auth-secret.example
  Prefix / → access-undecidable: Ingress default/auth-secret is closed, as the annotation auth-secret is not honoured (default/auth-secret rules[0].paths[0])
host auth-tls-secret.example
  Prefix / → access-undecidable: Ingress default/auth-tls-secret is closed, as the annotation auth-tls-secret is not honoured (default/auth-tls-secret rules[0].paths[0])
host auth-url.example
  Prefix /open → default/web:80 (default/neighbour rules[0].paths[0])
  Prefix / → access-undecidable: Ingress default/auth-url is closed, as the annotation auth-url is not honoured (default/auth-url rules[0].paths[0])
host configuration-snippet.example
  Prefix / → access-undecidable: Ingress default/configuration-snippet is closed, as the annotation configuration-snippet is not honoured (default/configuration-snippet rules[0].paths[0])
host enable-modsecurity.example
  Prefix / → access-undecidable: Ingress default/enable-modsecurity is closed, as the annotation enable-modsecurity is not honoured (default/enable-modsecurity rules[0].paths[0])
host satisfy.example
  Prefix / → access-undecidable: Ingress default/satisfy is closed, as the annotation satisfy is not honoured (default/satisfy rules[0].paths[0])
host server-snippet.example
  Prefix / → access-undecidable: Ingress default/server-snippet is closed, as the annotation server-snippet is not honoured (default/server-snippet rules[0].paths[0])
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
error Ingress default/auth-secret metadata.annotations[nginx.ingress.kubernetes.io/auth-secret]: not honoured, and it decides access, so closed: auth-secret: passwords are not asked for; instead: a proxy that asks, as oauth2-proxy, as the rule's backend (UnsupportedAnnotation)
error Ingress default/auth-tls-secret metadata.annotations[nginx.ingress.kubernetes.io/auth-tls-secret]: not honoured, and it decides access, so closed: auth-tls-secret: clients are not asked for certificates; instead: a backend that asks for them itself, behind a Service of type LoadBalancer of its own (UnsupportedAnnotation)
error Ingress default/auth-url metadata.annotations[nginx.ingress.kubernetes.io/auth-url]: not honoured, and it decides access, so closed: auth-url: no other service is asked who may come in; instead: a proxy that asks, as oauth2-proxy, as the rule's backend (UnsupportedAnnotation)
error Ingress default/configuration-snippet metadata.annotations[nginx.ingress.kubernetes.io/configuration-snippet]: not honoured, and it decides access, so closed: configuration-snippet: text for nginx is never evaluated; instead: location: a path of its own in the Ingress; deny: denylist-source-range, on a path of its own if it is for a location (UnsupportedAnnotation)
error Ingress default/enable-modsecurity metadata.annotations[nginx.ingress.kubernetes.io/enable-modsecurity]: not honoured, and it decides access, so closed: enable-modsecurity: there is no web application firewall here; instead: a firewall before the gateway (UnsupportedAnnotation)
error Ingress default/satisfy metadata.annotations[nginx.ingress.kubernetes.io/satisfy]: not honoured, and it decides access, so closed: satisfy: ways to come in are not alternatives; instead: one of them (UnsupportedAnnotation)
error Ingress default/server-snippet metadata.annotations[nginx.ingress.kubernetes.io/server-snippet]: not honoured, and it decides access, so closed: server-snippet: text for nginx is never evaluated; instead: if: no counterpart here; return: a path of its own, with denylist-source-range 0.0.0.0/0,::/0 or a Service that answers so (UnsupportedAnnotation)

-- requests --
GET http://auth-url.example/ → default/auth-url rules[0].paths[0] → 503 access-undecidable
GET http://auth-secret.example/ → default/auth-secret rules[0].paths[0] → 503 access-undecidable
GET http://auth-tls-secret.example/ → default/auth-tls-secret rules[0].paths[0] → 503 access-undecidable
GET http://satisfy.example/ → default/satisfy rules[0].paths[0] → 503 access-undecidable
GET http://enable-modsecurity.example/ → default/enable-modsecurity rules[0].paths[0] → 503 access-undecidable
GET http://configuration-snippet.example/ → default/configuration-snippet rules[0].paths[0] → 503 access-undecidable
GET http://server-snippet.example/ → default/server-snippet rules[0].paths[0] → 503 access-undecidable
GET http://auth-url.example/open → default/neighbour rules[0].paths[0] → default/web:80
