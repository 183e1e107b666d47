A host that is given a certificate, one that loses its own, and a ConfigMap that comes to believe proxies. A certificate is
told by its Secret, and never by its key.

-- options --
--configmap=default/tidegate

-- services --
web 80 10.0.0.1

-- manifests --
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
  tls:
    - hosts: ["old.example"]
      secretName: old
  rules:
    - host: "old.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: v1
kind: Secret
metadata:
  name: old
  annotations: {certificate-for: old.example}
type: kubernetes.io/tls
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: tidegate
data:
  proxy-body-size: "2m"

-- new --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
spec:
  ingressClassName: tidegate
  tls:
    - hosts: ["shop.example"]
      secretName: shop
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
    - host: "old.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: v1
kind: Secret
metadata:
  name: shop
  annotations: {certificate-for: shop.example}
type: kubernetes.io/tls
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: tidegate
data:
  use-forwarded-headers: "true"
  proxy-real-ip-cidr: "10.0.0.0/8"

-- moves --
~ policy old.example Prefix / body-limit: request bodies up to 1048576 bytes; was request bodies up to 2097152 bytes
- policy old.example Prefix / https-redirect: clear text is redirected to https with 308
~ policy shop.example Prefix / body-limit: request bodies up to 1048576 bytes; was request bodies up to 2097152 bytes
+ policy shop.example Prefix / https-redirect: clear text is redirected to https with 308
~ certificate old.example: the default certificate; was of Secret default/old, CN=old.example, until …, …
~ certificate shop.example: of Secret default/shop, CN=shop.example, until …, …; was the default certificate
~ setting client addresses: X-Forwarded-For of [10.0.0.0/8] is believed; was nobody's X-Forwarded-For is believed
what moves: 4 policies, 2 certificates, 1 setting
