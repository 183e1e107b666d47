A canary joins the path that its primary holds, be it older or younger, and all that the route does stays as the primary has it.
Where there is no primary, it makes nothing, not even a host: another path, type or namespace, the same Service, a backend that is
spoken to in another way, a primary that is closed. Of two canaries the older has the path.

-- services --
web 80 10.0.0.1
new 80 10.0.0.2
newer 80 10.0.0.3

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  creationTimestamp: "2026-01-02T00:00:00Z"
  annotations:
    nginx.ingress.kubernetes.io/proxy-body-size: "8m"
spec:
  ingressClassName: tidegate
  rules:
    - host: "a.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web-canary
  creationTimestamp: "2026-01-01T00:00:00Z"
  annotations:
    nginx.ingress.kubernetes.io/canary: "true"
    nginx.ingress.kubernetes.io/canary-by-header: "X-Canary"
    nginx.ingress.kubernetes.io/canary-by-cookie: "beta"
    nginx.ingress.kubernetes.io/canary-weight: "10"
    nginx.ingress.kubernetes.io/load-balance: "ewma"
    nginx.ingress.kubernetes.io/proxy-body-size: "1k"
    nginx.ingress.kubernetes.io/whitelist-source-range: "10.0.0.0/8"
spec:
  ingressClassName: tidegate
  tls:
    - hosts: ["a.example"]
      secretName: none
  rules:
    - host: "a.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: new, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: second-canary
  creationTimestamp: "2026-01-03T00:00:00Z"
  annotations:
    nginx.ingress.kubernetes.io/canary: "true"
    nginx.ingress.kubernetes.io/canary-weight: "50"
spec:
  ingressClassName: tidegate
  rules:
    - host: "a.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: newer, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: stray
  creationTimestamp: "2026-01-04T00:00:00Z"
  annotations:
    nginx.ingress.kubernetes.io/canary: "true"
    nginx.ingress.kubernetes.io/canary-weight: "50"
spec:
  ingressClassName: tidegate
  rules:
    - host: "b.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: new, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web-b
  creationTimestamp: "2026-01-05T00:00:00Z"
spec:
  ingressClassName: tidegate
  rules:
    - host: "c.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: other-path
  creationTimestamp: "2026-01-06T00:00:00Z"
  annotations:
    nginx.ingress.kubernetes.io/canary: "true"
spec:
  ingressClassName: tidegate
  rules:
    - host: "c.example"
      http:
        paths:
          - {path: "/x", pathType: Prefix, backend: {service: {name: new, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: other-type
  creationTimestamp: "2026-01-07T00:00:00Z"
  annotations:
    nginx.ingress.kubernetes.io/canary: "true"
spec:
  ingressClassName: tidegate
  rules:
    - host: "c.example"
      http:
        paths:
          - {path: "/", pathType: Exact, backend: {service: {name: new, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: same-service
  creationTimestamp: "2026-01-08T00:00:00Z"
  annotations:
    nginx.ingress.kubernetes.io/canary: "true"
spec:
  ingressClassName: tidegate
  rules:
    - host: "c.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: elsewhere
  namespace: shop
  creationTimestamp: "2026-01-09T00:00:00Z"
  annotations:
    nginx.ingress.kubernetes.io/canary: "true"
spec:
  ingressClassName: tidegate
  rules:
    - host: "c.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: grpc
  creationTimestamp: "2026-01-10T00:00:00Z"
  annotations:
    nginx.ingress.kubernetes.io/canary: "true"
    nginx.ingress.kubernetes.io/backend-protocol: "GRPC"
spec:
  ingressClassName: tidegate
  rules:
    - host: "c.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: new, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: catch-all
  creationTimestamp: "2026-01-11T00:00:00Z"
  annotations:
    nginx.ingress.kubernetes.io/canary: "true"
spec:
  ingressClassName: tidegate
  defaultBackend: {service: {name: new, port: {number: 80}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: closed
  creationTimestamp: "2026-01-12T00:00:00Z"
  annotations:
    nginx.ingress.kubernetes.io/auth-type: "basic"
spec:
  ingressClassName: tidegate
  rules:
    - host: "d.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: closed-canary
  creationTimestamp: "2026-01-13T00:00:00Z"
  annotations:
    nginx.ingress.kubernetes.io/canary: "true"
    nginx.ingress.kubernetes.io/canary-weight: "100"
spec:
  ingressClassName: tidegate
  rules:
    - host: "d.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: new, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: pattern
  creationTimestamp: "2026-01-14T00:00:00Z"
spec:
  ingressClassName: tidegate
  rules:
    - host: "e.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: pattern-canary
  creationTimestamp: "2026-01-15T00:00:00Z"
  annotations:
    nginx.ingress.kubernetes.io/canary: "true"
    nginx.ingress.kubernetes.io/canary-by-header: "X-Canary"
    nginx.ingress.kubernetes.io/canary-by-header-pattern: "^(?!x)"
    nginx.ingress.kubernetes.io/affinity-canary-behavior: "legacy"
spec:
  ingressClassName: tidegate
  rules:
    - host: "e.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: new, port: {number: 80}}}}

-- table --
host a.example
  Prefix / → default/web:80 (default/web rules[0].paths[0]) [body 8388608, canary default/new:80 (default/web-canary rules[0].paths[0]) CanaryRules[header=Optional[AlwaysOrNever[name=X-Canary]], cookie=Optional[beta], weight=10, total=100] Quickest[]]
host c.example
  Prefix / → default/web:80 (default/web-b rules[0].paths[0])
host d.example
  Prefix / → access-undecidable: Ingress default/closed is closed, as the annotation auth-type is not honoured (default/closed rules[0].paths[0])
host e.example
  Prefix / → default/web:80 (default/pattern rules[0].paths[0]) [canary default/new:80 (default/pattern-canary rules[0].paths[0]) CanaryRules[header=Optional[Unreadable[name=X-Canary]], cookie=Optional.empty, weight=0, total=100] legacy]
backend default/new:80 HTTP 10.0.0.2:8080
backend default/new:80+grpc H2C 10.0.0.2:8080
backend default/newer:80 HTTP 10.0.0.3:8080
backend default/web:80 HTTP 10.0.0.1:8080
backend shop/web:80 HTTP service-not-found

-- diagnostics --
warning Ingress default/catch-all spec.defaultBackend: a default backend has no canary (expected: rules, with the hosts and paths of its primary) (CanaryWithoutPrimary)
error Ingress default/closed metadata.annotations[nginx.ingress.kubernetes.io/auth-type]: not honoured, and it decides access, so closed: auth-type: passwords are not asked for; instead: a proxy that asks, as oauth2-proxy, as the rule's backend (UnsupportedAnnotation)
warning Ingress default/closed-canary spec.rules[0].http.paths[0]: Prefix / of host d.example is held by Ingress default/closed (spec.rules[0].http.paths[0]), which leads to no backend (CanaryWithoutPrimary)
warning Ingress default/grpc spec.rules[0].http.paths[0]: Prefix / of host c.example is held by Ingress default/web-b (spec.rules[0].http.paths[0]), whose backend is spoken to in another way (expected: the same annotations backend-protocol and network-policy on both) (CanaryWithoutPrimary)
warning Ingress default/other-path spec.rules[0].http.paths[0]: Prefix /x of host c.example has no primary (expected: an Ingress that is no canary, with the same host, path and pathType) (CanaryWithoutPrimary)
warning Ingress default/other-type spec.rules[0].http.paths[0]: Exact / of host c.example has no primary (expected: an Ingress that is no canary, with the same host, path and pathType) (CanaryWithoutPrimary)
error Ingress default/pattern-canary metadata.annotations[nginx.ingress.kubernetes.io/canary-by-header-pattern]: ^(?!x) (expected: a regular expression of at most 256 ASCII characters in RE2's syntax, which has no look-around and no back-references, and repeats little) (InvalidAnnotation)
warning Ingress default/same-service spec.rules[0].http.paths[0]: Prefix / of host c.example is held by Ingress default/web-b (spec.rules[0].http.paths[0]), which leads to the same Service and port (CanaryWithoutPrimary)
error Ingress default/second-canary spec.rules[0].http.paths[0]: Prefix / of host a.example has a canary already: Ingress default/web-canary (spec.rules[0].http.paths[0]) (PathConflict)
warning Ingress default/stray spec.rules[0].http.paths[0]: Prefix / of host b.example has no primary (expected: an Ingress that is no canary, with the same host, path and pathType) (CanaryWithoutPrimary)
warning Ingress default/web-canary metadata.annotations[nginx.ingress.kubernetes.io/proxy-body-size]: proxy-body-size says nothing on a canary (expected: it on the primary, whose annotations count) (UnsupportedAnnotation)
warning Ingress default/web-canary metadata.annotations[nginx.ingress.kubernetes.io/whitelist-source-range]: whitelist-source-range says nothing on a canary (expected: it on the primary, whose annotations count) (UnsupportedAnnotation)
warning Ingress shop/elsewhere spec.rules[0].http.paths[0]: Prefix / of host c.example is held by Ingress default/web-b (spec.rules[0].http.paths[0]) (expected: a canary in its namespace) (CanaryWithoutPrimary)
error Ingress shop/elsewhere spec.rules[0].http.paths[0].backend.service.name: Service shop/web not found (ServiceNotFound)

-- requests --
GET http://a.example/ → default/web rules[0].paths[0] → default/web:80
GET http://b.example/ → 404 no-host
GET http://c.example/x → default/web-b rules[0].paths[0] → default/web:80
GET http://d.example/ → default/closed rules[0].paths[0] → 503 access-undecidable
GET http://nobody.example/ → 404 no-host
