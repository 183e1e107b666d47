A value that cannot be read, and a backend that is no Service: each keeps the version before.

-- services --
web 80 10.0.0.1
api 80 10.0.0.2

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: slow
  generation: 1
  resourceVersion: "10"
  annotations:
    nginx.ingress.kubernetes.io/proxy-read-timeout: "5"
spec:
  ingressClassName: tidegate
  rules:
    - host: slow.example
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: bucket
  generation: 1
  resourceVersion: "10"
spec:
  ingressClassName: tidegate
  rules:
    - host: bucket.example
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- edit --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: slow
  generation: 2
  resourceVersion: "20"
  annotations:
    nginx.ingress.kubernetes.io/proxy-read-timeout: "soon"
spec:
  ingressClassName: tidegate
  rules:
    - host: slow.example
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: api, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: bucket
  generation: 2
  resourceVersion: "20"
spec:
  ingressClassName: tidegate
  rules:
    - host: bucket.example
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {resource: {apiGroup: k8s.example, kind: Bucket, name: images}}}

-- table --
host bucket.example
  Prefix / → default/web:80 (default/bucket rules[0].paths[0])
host slow.example
  Prefix / → default/web:80 (default/slow rules[0].paths[0]) [connect 5s read 5s send 60s]
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
error Ingress default/bucket: its last good version, generation 1 (resourceVersion 10), is served since TIME (expected: the errors told beside this mended) (Quarantined)
error Ingress default/bucket spec.rules[0].http.paths[0].backend.resource: Bucket images (expected: a service) (UnsupportedBackendResource)
error Ingress default/slow: its last good version, generation 1 (resourceVersion 10), is served since TIME (expected: the errors told beside this mended) (Quarantined)
error Ingress default/slow metadata.annotations[nginx.ingress.kubernetes.io/proxy-read-timeout]: soon (expected: whole seconds without a unit, at least 1) (InvalidAnnotation)

-- requests --
GET http://slow.example/ → default/slow rules[0].paths[0] → default/web:80
GET http://bucket.example/ → default/bucket rules[0].paths[0] → default/web:80
