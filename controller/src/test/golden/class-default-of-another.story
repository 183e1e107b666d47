The newest default class is another controller's, so an Ingress without a class is not ours.

-- services --
web 80 10.0.0.1

-- manifests --
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata:
  name: ours
  creationTimestamp: "2026-01-01T00:00:00Z"
  annotations: {ingressclass.kubernetes.io/is-default-class: "true"}
spec: {controller: tidegate.dev/ingress-controller}
---
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata:
  name: other
  creationTimestamp: "2026-02-01T00:00:00Z"
  annotations: {ingressclass.kubernetes.io/is-default-class: "true"}
spec: {controller: k8s.io/ingress-nginx}
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

-- table --

-- diagnostics --

-- requests --
GET http://neither.example/ → 404 no-host
