Hosts and paths come, go, and lead elsewhere; what is unchanged is not told, and the policies of a path come and go with it.

-- services --
web 80 10.0.0.1
next 80 10.0.0.2 10.0.0.3

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: gone
spec:
  ingressClassName: tidegate
  rules:
    - host: "gone.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: stays
spec:
  ingressClassName: tidegate
  rules:
    - host: "stays.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
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
  name: old
spec:
  ingressClassName: tidegate
  rules:
    - host: "shop.example"
      http:
        paths:
          - {path: "/old", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- new --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: new
spec:
  ingressClassName: tidegate
  rules:
    - host: "new.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: next, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: stays
spec:
  ingressClassName: tidegate
  rules:
    - host: "stays.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
spec:
  ingressClassName: tidegate
  rules:
    - host: "shop.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: next, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: cart
spec:
  ingressClassName: tidegate
  rules:
    - host: "shop.example"
      http:
        paths:
          - {path: "/cart", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- moves --
- host gone.example
+ host new.example
- path gone.example Prefix /: to default/web:80, by Ingress default/gone
+ path new.example Prefix /: to default/next:80, by Ingress default/new
~ path shop.example Prefix /: to default/next:80, by Ingress default/shop; was to default/web:80, by Ingress default/shop
+ path shop.example Prefix /cart: to default/web:80, by Ingress default/cart
- path shop.example Prefix /old: to default/web:80, by Ingress default/old
+ backend default/next:80: http, round-robin, 10.0.0.2:8080 10.0.0.3:8080
what moves: 2 hosts, 5 paths, 1 backend
