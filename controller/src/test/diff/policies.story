Policies of a path that stays come, go and change, each by itself; a backend that is spoken to otherwise is another one.
What is not honoured any more, or anew, is told as it is everywhere.

-- services --
web 80 10.0.0.1

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
  annotations:
    nginx.ingress.kubernetes.io/proxy-body-size: "8m"
spec:
  ingressClassName: tidegate
  rules:
    - host: "shop.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: other
  annotations:
    nginx.ingress.kubernetes.io/mirror-target: "https://mirror.example"
spec:
  ingressClassName: tidegate
  rules:
    - host: "other.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- new --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
  annotations:
    nginx.ingress.kubernetes.io/proxy-body-size: "16m"
    nginx.ingress.kubernetes.io/rewrite-target: "/app"
    nginx.ingress.kubernetes.io/backend-protocol: "HTTPS"
spec:
  ingressClassName: tidegate
  rules:
    - host: "shop.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: other
spec:
  ingressClassName: tidegate
  rules:
    - host: "other.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- moves --
- path shop.example Prefix /: to default/web:80, by Ingress default/shop
+ path shop.example Regex /: to default/web:80+https, by Ingress default/shop
+ backend default/web:80+https: https, round-robin, 10.0.0.1:8080
- diagnostic warning Ingress default/other metadata.annotations[nginx.ingress.kubernetes.io/mirror-target]: not honoured: mirror-target: requests are not copied; instead: a mesh or a proxy before the gateway that copies them (UnsupportedAnnotation)
what moves: 2 paths, 1 backend, 1 diagnostic
