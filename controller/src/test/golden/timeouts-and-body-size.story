The proxy timeouts are whole seconds, the body size has a unit. A bad value is told, and its default stands.

-- services --
web 80 10.0.0.1

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: set
  annotations:
    nginx.ingress.kubernetes.io/proxy-connect-timeout: "10"
    nginx.ingress.kubernetes.io/proxy-read-timeout: "3600"
    nginx.ingress.kubernetes.io/proxy-send-timeout: "120"
    nginx.ingress.kubernetes.io/proxy-body-size: "8m"
spec:
  ingressClassName: tidegate
  rules:
    - host: "set.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: units
  annotations:
    nginx.ingress.kubernetes.io/proxy-read-timeout: "60s"
    nginx.ingress.kubernetes.io/proxy-send-timeout: "0"
    nginx.ingress.kubernetes.io/proxy-connect-timeout: "-1"
    nginx.ingress.kubernetes.io/proxy-body-size: "8mb"
spec:
  ingressClassName: tidegate
  rules:
    - host: "units.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: unlimited
  annotations:
    nginx.ingress.kubernetes.io/proxy-body-size: "0"
spec:
  ingressClassName: tidegate
  rules:
    - host: "unlimited.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: sizes
  annotations:
    nginx.ingress.kubernetes.io/proxy-body-size: "512K"
spec:
  ingressClassName: tidegate
  rules:
    - host: "sizes.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: huge
  annotations:
    nginx.ingress.kubernetes.io/proxy-body-size: "99999999999g"
spec:
  ingressClassName: tidegate
  rules:
    - host: "huge.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: booleans
  annotations:
    nginx.ingress.kubernetes.io/ssl-redirect: "yes"
    nginx.ingress.kubernetes.io/force-ssl-redirect: "T"
spec:
  ingressClassName: tidegate
  rules:
    - host: "booleans.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- table --
host booleans.example
  Prefix / → default/web:80 (default/booleans rules[0].paths[0]) [redirect 308]
host huge.example
  Prefix / → default/web:80 (default/huge rules[0].paths[0])
host set.example
  Prefix / → default/web:80 (default/set rules[0].paths[0]) [connect 10s read 3600s send 120s, body 8388608]
host sizes.example
  Prefix / → default/web:80 (default/sizes rules[0].paths[0]) [body 524288]
host units.example
  Prefix / → default/web:80 (default/units rules[0].paths[0])
host unlimited.example
  Prefix / → default/web:80 (default/unlimited rules[0].paths[0]) [body unlimited]
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
error Ingress default/booleans metadata.annotations[nginx.ingress.kubernetes.io/ssl-redirect]: yes (expected: true or false) (InvalidAnnotation)
error Ingress default/huge metadata.annotations[nginx.ingress.kubernetes.io/proxy-body-size]: 99999999999g (expected: a size such as 512k, 8m or 1g, or 0 for no limit) (InvalidAnnotation)
error Ingress default/units metadata.annotations[nginx.ingress.kubernetes.io/proxy-body-size]: 8mb (expected: a size such as 512k, 8m or 1g, or 0 for no limit) (InvalidAnnotation)
error Ingress default/units metadata.annotations[nginx.ingress.kubernetes.io/proxy-connect-timeout]: -1 (expected: whole seconds without a unit, at least 1) (InvalidAnnotation)
error Ingress default/units metadata.annotations[nginx.ingress.kubernetes.io/proxy-read-timeout]: 60s (expected: whole seconds without a unit, at least 1) (InvalidAnnotation)
error Ingress default/units metadata.annotations[nginx.ingress.kubernetes.io/proxy-send-timeout]: 0 (expected: whole seconds without a unit, at least 1) (InvalidAnnotation)

-- requests --
GET http://set.example/ → default/set rules[0].paths[0] → default/web:80
