Two hosts of two Ingresses: one is changed by a test, its neighbour never.

-- services --
web 80 10.0.0.1

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: changed
spec:
  ingressClassName: tidegate
  rules:
    - host: "changed.example"
      http:
        paths:
          - {path: "/app", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: neighbour
spec:
  ingressClassName: tidegate
  tls:
    - hosts: ["neighbour.example"]
  rules:
    - host: "neighbour.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
