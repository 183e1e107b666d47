An Ingress without a class is ours if our class is the default one; of several, the newest counts.

-- services --
web 80 10.0.0.1

-- manifests --
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata:
  name: ours
  creationTimestamp: "2026-02-01T00:00:00Z"
  annotations: {ingressclass.kubernetes.io/is-default-class: "true"}
spec: {controller: tidegate.dev/ingress-controller}
---
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata:
  name: other
  creationTimestamp: "2026-01-01T00:00:00Z"
  annotations: {ingressclass.kubernetes.io/is-default-class: "true"}
spec: {controller: k8s.io/ingress-nginx}
---
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata:
  name: shouting
  creationTimestamp: "2026-03-01T00:00:00Z"
  annotations: {ingressclass.kubernetes.io/is-default-class: "TRUE"}
spec: {controller: k8s.io/ingress-nginx}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: field-ours
spec:
  ingressClassName: ours
  rules:
    - host: "field-ours.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: field-other
spec:
  ingressClassName: other
  rules:
    - host: "field-other.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: field-unknown
spec:
  ingressClassName: unknown
  rules:
    - host: "field-unknown.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: legacy-ours
  annotations:
    kubernetes.io/ingress.class: "tidegate"
spec:
  rules:
    - host: "legacy-ours.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: legacy-other
  annotations:
    kubernetes.io/ingress.class: "nginx"
spec:
  rules:
    - host: "legacy-other.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: legacy-empty
  annotations:
    kubernetes.io/ingress.class: ""
spec:
  rules:
    - host: "legacy-empty.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: neither
spec:
  rules:
    - host: "neither.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: both-ours
  annotations:
    kubernetes.io/ingress.class: "tidegate"
spec:
  ingressClassName: ours
  rules:
    - host: "both-ours.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: both-named
  annotations:
    kubernetes.io/ingress.class: "ours"
spec:
  ingressClassName: ours
  rules:
    - host: "both-named.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: ours-and-other
  annotations:
    kubernetes.io/ingress.class: "nginx"
spec:
  ingressClassName: ours
  rules:
    - host: "ours-and-other.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: other-and-ours
  annotations:
    kubernetes.io/ingress.class: "tidegate"
spec:
  ingressClassName: other
  rules:
    - host: "other-and-ours.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: foreign
  annotations:
    kubernetes.io/ingress.class: "nginx"
spec:
  ingressClassName: other
  rules:
    - host: "foreign.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- table --
host both-named.example
  Prefix / → default/web:80 (default/both-named rules[0].paths[0])
host both-ours.example
  Prefix / → default/web:80 (default/both-ours rules[0].paths[0])
host field-ours.example
  Prefix / → default/web:80 (default/field-ours rules[0].paths[0])
host legacy-empty.example
  Prefix / → default/web:80 (default/legacy-empty rules[0].paths[0])
host legacy-ours.example
  Prefix / → default/web:80 (default/legacy-ours rules[0].paths[0])
host neither.example
  Prefix / → default/web:80 (default/neither rules[0].paths[0])
host ours-and-other.example
  Prefix / → default/web:80 (default/ours-and-other rules[0].paths[0])
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
warning Ingress default/other-and-ours spec.ingressClassName: other decides; the annotation kubernetes.io/ingress.class says tidegate (expected: one class) (ClassConflict)
warning Ingress default/ours-and-other spec.ingressClassName: ours decides; the annotation kubernetes.io/ingress.class says nginx (expected: one class) (ClassConflict)

-- requests --
GET http://field-ours.example/ → default/field-ours rules[0].paths[0] → default/web:80
GET http://field-other.example/ → 404 no-host
GET http://field-unknown.example/ → 404 no-host
GET http://legacy-ours.example/ → default/legacy-ours rules[0].paths[0] → default/web:80
GET http://legacy-other.example/ → 404 no-host
GET http://legacy-empty.example/ → default/legacy-empty rules[0].paths[0] → default/web:80
GET http://neither.example/ → default/neither rules[0].paths[0] → default/web:80
GET http://both-ours.example/ → default/both-ours rules[0].paths[0] → default/web:80
GET http://both-named.example/ → default/both-named rules[0].paths[0] → default/web:80
GET http://ours-and-other.example/ → default/ours-and-other rules[0].paths[0] → default/web:80
GET http://other-and-ours.example/ → 404 no-host
GET http://foreign.example/ → 404 no-host
