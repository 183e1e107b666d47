Two edits that break a path and say something about access: one closes the Ingress, the other opens it. Access is that of
the current version, always: the first is closed although its last good version was open; the second is served as it now
is, and the path that is malformed is lost.

-- services --
web 80 10.0.0.1
api 80 10.0.0.2

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: closing
  generation: 1
  resourceVersion: "10"
spec:
  ingressClassName: tidegate
  rules:
    - host: closing.example
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: opening
  generation: 1
  resourceVersion: "10"
  annotations:
    nginx.ingress.kubernetes.io/auth-url: "https://auth.example/"
spec:
  ingressClassName: tidegate
  rules:
    - host: opening.example
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- edit --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: closing
  generation: 2
  resourceVersion: "20"
  annotations:
    nginx.ingress.kubernetes.io/auth-url: "https://auth.example/"
spec:
  ingressClassName: tidegate
  rules:
    - host: closing.example
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: "api", pathType: Prefix, backend: {service: {name: api, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: opening
  generation: 2
  resourceVersion: "20"
spec:
  ingressClassName: tidegate
  rules:
    - host: opening.example
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: "api", pathType: Prefix, backend: {service: {name: api, port: {number: 80}}}}

-- table --
host closing.example
  Prefix / → access-undecidable: Ingress default/closing is closed, as the annotation auth-url is not honoured (default/closing rules[0].paths[0])
host opening.example
  Prefix / → default/web:80 (default/opening rules[0].paths[0])
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
error Ingress default/closing metadata.annotations[nginx.ingress.kubernetes.io/auth-url]: not honoured, and it decides access, so closed: auth-url: no other service is asked who may come in; instead: a proxy that asks, as oauth2-proxy, as the rule's backend (UnsupportedAnnotation)
error Ingress default/closing spec.rules[0].http.paths[1].path: api (expected: a leading /, and no //, /./, /../, %2F or ? in it) (InvalidField)
error Ingress default/opening spec.rules[0].http.paths[1].path: api (expected: a leading /, and no //, /./, /../, %2F or ? in it) (InvalidField)

-- requests --
GET http://closing.example/ → default/closing rules[0].paths[0] → 503 access-undecidable
GET http://opening.example/ → default/opening rules[0].paths[0] → default/web:80
GET http://opening.example/api → default/opening rules[0].paths[0] → default/web:80
