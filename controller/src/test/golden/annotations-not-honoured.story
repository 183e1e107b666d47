What is not honoured is said, never ignored, and the Ingress is served. A value that switches its feature off, or asks
for what we do anyway, needs no word. A misspelt name gets a hint.

-- services --
web 80 10.0.0.1

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: later
  annotations:
    nginx.ingress.kubernetes.io/enable-cors: "true"
    nginx.ingress.kubernetes.io/limit-rps: "5"
    nginx.ingress.kubernetes.io/rewrite-target: "/$1"
    nginx.ingress.kubernetes.io/mirror-target: "https://mirror.example"
spec:
  ingressClassName: tidegate
  rules:
    - host: "later.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: off
  annotations:
    nginx.ingress.kubernetes.io/enable-cors: "false"
    nginx.ingress.kubernetes.io/use-regex: "false"
    nginx.ingress.kubernetes.io/proxy-buffering: "off"
    nginx.ingress.kubernetes.io/satisfy: "all"
    nginx.ingress.kubernetes.io/enable-modsecurity: "false"
    nginx.ingress.kubernetes.io/auth-url: ""
spec:
  ingressClassName: tidegate
  rules:
    - host: "off.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: misspelt
  annotations:
    nginx.ingress.kubernetes.io/proxy-body-sise: "1m"
    nginx.ingress.kubernetes.io/whatever-this-may-be: "x"
spec:
  ingressClassName: tidegate
  rules:
    - host: "misspelt.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: retired
  annotations:
    nginx.ingress.kubernetes.io/secure-backends: "true"
spec:
  ingressClassName: tidegate
  rules:
    - host: "retired.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: snippet
  annotations:
    nginx.ingress.kubernetes.io/configuration-snippet: |
      more_set_headers 'X-Frame-Options: DENY';
      return 301 https://elsewhere.example/;
spec:
  ingressClassName: tidegate
  rules:
    - host: "snippet.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- table --
host later.example
  Regex / → default/web:80 (default/later rules[0].paths[0]) [rewrite /$1, cors *, limits default/later 5/s 0/m times 5, 0 at once, but []]
host misspelt.example
  Prefix / → default/web:80 (default/misspelt rules[0].paths[0])
host off.example
  Prefix / → default/web:80 (default/off rules[0].paths[0])
host retired.example
  Prefix / → default/web:80 (default/retired rules[0].paths[0])
host snippet.example
  Prefix / → default/web:80 (default/snippet rules[0].paths[0])
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
warning Ingress default/later metadata.annotations[nginx.ingress.kubernetes.io/mirror-target]: not honoured: mirror-target: requests are not copied; instead: a mesh or a proxy before the gateway that copies them (UnsupportedAnnotation)
warning Ingress default/later spec.rules[0].http.paths[0].path: / has no group, so $1 of rewrite-target /$1 is always empty (expected: as /something(/|$)(.*) for /$2) (InvalidField)
warning Ingress default/misspelt metadata.annotations[nginx.ingress.kubernetes.io/proxy-body-sise]: unknown: proxy-body-sise; did you mean proxy-body-size? (UnsupportedAnnotation)
warning Ingress default/misspelt metadata.annotations[nginx.ingress.kubernetes.io/whatever-this-may-be]: unknown: whatever-this-may-be (UnsupportedAnnotation)
warning Ingress default/retired metadata.annotations[nginx.ingress.kubernetes.io/secure-backends]: retired by ingress-nginx itself: secure-backends: it was replaced in 2018; instead: backend-protocol HTTPS (UnsupportedAnnotation)
warning Ingress default/snippet metadata.annotations[nginx.ingress.kubernetes.io/configuration-snippet]: not honoured: configuration-snippet: text for nginx is never evaluated; instead: more_set_headers: custom-headers (not honoured yet), or the ConfigMap's add-headers (not honoured yet); return: permanent-redirect, or app-root for the root alone (UnsupportedAnnotation)

-- requests --
GET http://later.example/ → default/later rules[0].paths[0] → default/web:80 as /
GET http://off.example/ → default/off rules[0].paths[0] → default/web:80
GET http://misspelt.example/ → default/misspelt rules[0].paths[0] → default/web:80
GET http://retired.example/ → default/retired rules[0].paths[0] → default/web:80
GET http://snippet.example/ → default/snippet rules[0].paths[0] → default/web:80
