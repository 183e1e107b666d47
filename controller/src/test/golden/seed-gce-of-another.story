An Ingress of class gce, as people write it for another controller, is not ours: nothing is said of it, and its neighbour on the
same host serves.

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
    kubernetes.io/ingress.class: tidegate
spec:
  rules:
    - host: gke.example
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- requests --
GET https://gke.example/ → default/neighbour rules[0].paths[0] → default/web:80 cert self-signed
GET http://gke.example/x → default/neighbour rules[0].paths[0] → default/web:80
GET http://gke.example/ → default/neighbour rules[0].paths[0] → default/web:80

-- table --
host gke.example
  Prefix / → default/web:80 (default/neighbour rules[0].paths[0])
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
