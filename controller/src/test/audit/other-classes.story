Ingresses of other classes are counted and not looked at; one without a class is nobody's.

-- services --
web 80 10.0.0.1
api 80 10.0.0.2

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: ours
  annotations:
    nginx.ingress.kubernetes.io/ssl-redirect: "false"
spec:
  ingressClassName: tidegate
  rules:
    - host: "ours.example"
      http:
        paths:
          - {path: '/', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: theirs
  annotations:
    nginx.ingress.kubernetes.io/server-snippet: "return 403;"
spec:
  ingressClassName: traefik
  rules:
    - host: "theirs.example"
      http:
        paths:
          - {path: '/', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: old-theirs
  annotations:
    kubernetes.io/ingress.class: "haproxy"
    nginx.ingress.kubernetes.io/server-snippet: "return 403;"
spec:
  rules:
    - host: "old-theirs.example"
      http:
        paths:
          - {path: '/', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: classless
  annotations:
    nginx.ingress.kubernetes.io/server-snippet: "return 403;"
spec:
  rules:
    - host: "classless.example"
      http:
        paths:
          - {path: '/', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: internal
  annotations:
    nginx.ingress.kubernetes.io/ssl-redirect: "false"
spec:
  ingressClassName: internal
  rules:
    - host: "internal.example"
      http:
        paths:
          - {path: '/', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata:
  name: internal
spec:
  controller: k8s.io/ingress-nginx
---
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata:
  name: traefik
spec:
  controller: traefik.io/ingress-controller

-- report --
Ingress default/internal (internal.example): same
  same ssl-redirect

Ingress default/ours (ours.example): same
  same ssl-redirect

Not looked at, being of other classes: 1 without a class, 1 of haproxy, 1 of traefik

2 of 2 Ingresses as with ingress-nginx; annotations: 2 same, 0 differ, 0 refused; 0 surprising behaviours
