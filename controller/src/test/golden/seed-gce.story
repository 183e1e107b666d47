The seed as people write it for GKE, adopted: class gce by annotation, a TLS section without hosts, a star at the end of paths.
Each problem is told with what to write instead, and the neighbour serves.

-- options --
--ingress-class=gce
--controller-class=k8s.io/ingress-gce

-- services --
web 80 10.0.0.1

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: gke
  annotations:
    kubernetes.io/ingress.class: gce
spec:
  tls:
    - secretName: gke-tls
  rules:
    - host: gke.example
      http:
        paths:
          - {path: "/*", pathType: ImplementationSpecific, backend: {service: {name: web, port: {number: 80}}}}
          - {path: "/api/*", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: "/old", pathType: Prefix, backend: {}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: neighbour
  annotations:
    kubernetes.io/ingress.class: gce
spec:
  rules:
    - host: neighbour.example
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- requests --
GET https://gke.example/ → 404 no-path cert self-signed
GET http://gke.example/api/x → 404 no-path
GET http://neighbour.example/ → default/neighbour rules[0].paths[0] → default/web:80

-- table --
host gke.example
  Prefix /api/* → default/web:80 (default/gke rules[0].paths[1]) [redirect 308]
  Prefix /old → unsupported-backend: Ingress default/gke spec.rules[0].http.paths[2].backend: none (expected: a service) (default/gke rules[0].paths[2]) [redirect 308]
  Prefix /* → default/web:80 (default/gke rules[0].paths[0]) [redirect 308]
host neighbour.example
  Prefix / → default/web:80 (default/neighbour rules[0].paths[0])
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
warning Ingress default/gke spec.rules[0].http.paths[0].path: /* is taken literally (expected: / with pathType Prefix, which needs no star) (InvalidField)
warning Ingress default/gke spec.rules[0].http.paths[1].path: /api/* is taken literally (expected: /api with pathType Prefix, which needs no star) (InvalidField)
error Ingress default/gke spec.rules[0].http.paths[2].backend: none (expected: a service) (InvalidField)
error Ingress default/gke spec.tls[0].secretName: Secret default/gke-tls not found; it is of no use (SecretNotFound)
