Annotations are read under our own prefix and under that of ingress-nginx; ours is the stronger, and it is said where
they disagree. Empty counts as absent, and other prefixes are not ours to judge.

-- services --
web 80 10.0.0.1

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: both
  annotations:
    tidegate.dev/proxy-body-size: "2m"
    nginx.ingress.kubernetes.io/proxy-body-size: "8m"
spec:
  ingressClassName: tidegate
  rules:
    - host: "both.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: agree
  annotations:
    tidegate.dev/proxy-body-size: "2m"
    nginx.ingress.kubernetes.io/proxy-body-size: "2m"
spec:
  ingressClassName: tidegate
  rules:
    - host: "agree.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: empty
  annotations:
    tidegate.dev/proxy-body-size: ""
    nginx.ingress.kubernetes.io/proxy-body-size: "8m"
spec:
  ingressClassName: tidegate
  rules:
    - host: "empty.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: foreign
  annotations:
    haproxy.org/proxy-body-size: "nonsense"
    tidegate.development/x: "y"
spec:
  ingressClassName: tidegate
  rules:
    - host: "foreign.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- table --
host agree.example
  Prefix / → default/web:80 (default/agree rules[0].paths[0]) [body 2097152]
host both.example
  Prefix / → default/web:80 (default/both rules[0].paths[0]) [body 2097152]
host empty.example
  Prefix / → default/web:80 (default/empty rules[0].paths[0]) [body 8388608]
host foreign.example
  Prefix / → default/web:80 (default/foreign rules[0].paths[0])
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
warning Ingress default/both metadata.annotations[nginx.ingress.kubernetes.io/proxy-body-size]: 8m (overruled by metadata.annotations[tidegate.dev/proxy-body-size]: 2m) (InvalidAnnotation)

-- requests --
