A canary asks for nothing on its host: who may learn of the rest is the oldest primary's to say, and no list or root of a
canary's counts, be it older or not. Its paths meet those of a primary that makes expressions of them, and those of one that does
not, whichever of the two says so; it makes expressions of nobody's. A prefix that is not read is told on a canary too.

-- services --
web 80 10.0.0.1
new 80 10.0.0.2

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: guarded-canary
  creationTimestamp: "2026-01-01T00:00:00Z"
  annotations:
    nginx.ingress.kubernetes.io/canary: "true"
    nginx.ingress.kubernetes.io/canary-weight: "10"
spec:
  ingressClassName: tidegate
  rules:
    - host: "guarded.example"
      http:
        paths:
          - {path: "/app", pathType: Prefix, backend: {service: {name: new, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: guarded
  creationTimestamp: "2026-01-02T00:00:00Z"
  annotations:
    nginx.ingress.kubernetes.io/allowlist-source-range: "10.0.0.0/8"
spec:
  ingressClassName: tidegate
  rules:
    - host: "guarded.example"
      http:
        paths:
          - {path: "/app", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: open-canary
  creationTimestamp: "2026-01-03T00:00:00Z"
  annotations:
    nginx.ingress.kubernetes.io/canary: "true"
    nginx.ingress.kubernetes.io/canary-weight: "10"
    nginx.ingress.kubernetes.io/allowlist-source-range: "10.0.0.0/8"
    nginx.ingress.kubernetes.io/app-root: "/app"
spec:
  ingressClassName: tidegate
  rules:
    - host: "open.example"
      http:
        paths:
          - {path: "/app", pathType: Prefix, backend: {service: {name: new, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: open
  creationTimestamp: "2026-01-04T00:00:00Z"
spec:
  ingressClassName: tidegate
  rules:
    - host: "open.example"
      http:
        paths:
          - {path: "/app", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: regex
  creationTimestamp: "2026-01-05T00:00:00Z"
  annotations:
    nginx.ingress.kubernetes.io/use-regex: "true"
    nginx.ingress.kubernetes.io/rewrite-target: "/$2"
spec:
  ingressClassName: tidegate
  rules:
    - host: "regex.example"
      http:
        paths:
          - {path: "/shop(/|$)(.*)", pathType: ImplementationSpecific, backend: {service: {name: web, port: {number: 80}}}}
          - {path: "/plain", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: "/cart", pathType: Exact, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: regex-canary
  creationTimestamp: "2026-01-06T00:00:00Z"
  annotations:
    nginx.ingress.kubernetes.io/canary: "true"
    nginx.ingress.kubernetes.io/canary-weight: "10"
    nginx.ingress.kubernetes.io/use-regex: "true"
    nginx.ingress.kubernetes.io/rewrite-target: "/$2"
spec:
  ingressClassName: tidegate
  rules:
    - host: "regex.example"
      http:
        paths:
          - {path: "/shop(/|$)(.*)", pathType: ImplementationSpecific, backend: {service: {name: new, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: plain-canary
  creationTimestamp: "2026-01-07T00:00:00Z"
  annotations:
    nginx.ingress.kubernetes.io/canary: "true"
    nginx.ingress.kubernetes.io/canary-weight: "10"
spec:
  ingressClassName: tidegate
  rules:
    - host: "regex.example"
      http:
        paths:
          - {path: "/plain", pathType: Prefix, backend: {service: {name: new, port: {number: 80}}}}
          - {path: "/cart", pathType: Exact, backend: {service: {name: new, port: {number: 80}}}}
          - {path: "/other", pathType: Prefix, backend: {service: {name: new, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: literal
  creationTimestamp: "2026-01-08T00:00:00Z"
spec:
  ingressClassName: tidegate
  rules:
    - host: "literal.example"
      http:
        paths:
          - {path: "/a", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: "/b", pathType: Exact, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: literal-canary
  creationTimestamp: "2026-01-09T00:00:00Z"
  annotations:
    nginx.ingress.kubernetes.io/canary: "true"
    nginx.ingress.kubernetes.io/canary-weight: "10"
    nginx.ingress.kubernetes.io/use-regex: "true"
    ingress.kubernetes.io/rewrite-target: "/"
spec:
  ingressClassName: tidegate
  rules:
    - host: "literal.example"
      http:
        paths:
          - {path: "/a", pathType: Prefix, backend: {service: {name: new, port: {number: 80}}}}
          - {path: "/b", pathType: Exact, backend: {service: {name: new, port: {number: 80}}}}
          - {path: "/c", pathType: Prefix, backend: {service: {name: new, port: {number: 80}}}}

-- table --
host guarded.example rest allow [10.0.0.0/8] deny []
  Prefix /app → default/web:80 (default/guarded rules[0].paths[0]) [allow [10.0.0.0/8] deny [], canary default/new:80 (default/guarded-canary rules[0].paths[0]) CanaryRules[header=Optional.empty, cookie=Optional.empty, weight=10, total=100]]
host literal.example
  Exact /b → default/web:80 (default/literal rules[0].paths[1]) [canary default/new:80 (default/literal-canary rules[0].paths[1]) CanaryRules[header=Optional.empty, cookie=Optional.empty, weight=10, total=100]]
  Prefix /a → default/web:80 (default/literal rules[0].paths[0]) [canary default/new:80 (default/literal-canary rules[0].paths[0]) CanaryRules[header=Optional.empty, cookie=Optional.empty, weight=10, total=100]]
host open.example
  Prefix /app → default/web:80 (default/open rules[0].paths[0]) [canary default/new:80 (default/open-canary rules[0].paths[0]) CanaryRules[header=Optional.empty, cookie=Optional.empty, weight=10, total=100]]
host regex.example
  Regex /shop(/|$)(.*) → default/web:80 (default/regex rules[0].paths[0]) [rewrite /$2, canary default/new:80 (default/regex-canary rules[0].paths[0]) CanaryRules[header=Optional.empty, cookie=Optional.empty, weight=10, total=100]]
  Regex /plain → default/web:80 (default/regex rules[0].paths[1]) [rewrite /$2, canary default/new:80 (default/plain-canary rules[0].paths[0]) CanaryRules[header=Optional.empty, cookie=Optional.empty, weight=10, total=100]]
  Regex /cart → default/web:80 (default/regex rules[0].paths[2]) [rewrite /$2, canary default/new:80 (default/plain-canary rules[0].paths[1]) CanaryRules[header=Optional.empty, cookie=Optional.empty, weight=10, total=100]]
backend default/new:80 HTTP 10.0.0.2:8080
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
warning Ingress default/literal-canary metadata.annotations[ingress.kubernetes.io/rewrite-target]: a prefix that is not read; instead: nginx.ingress.kubernetes.io/rewrite-target (UnsupportedAnnotation)
warning Ingress default/literal-canary spec.rules[0].http.paths[2]: Regex /c of host literal.example has no primary (expected: an Ingress that is no canary, with the same host, path and pathType) (CanaryWithoutPrimary)
warning Ingress default/open-canary metadata.annotations[nginx.ingress.kubernetes.io/allowlist-source-range]: allowlist-source-range says nothing on a canary (expected: it on the primary, whose annotations count) (UnsupportedAnnotation)
warning Ingress default/open-canary metadata.annotations[nginx.ingress.kubernetes.io/app-root]: app-root says nothing on a canary (expected: it on the primary, whose annotations count) (UnsupportedAnnotation)
warning Ingress default/plain-canary spec.rules[0].http.paths[2]: Prefix /other of host regex.example has no primary (expected: an Ingress that is no canary, with the same host, path and pathType) (CanaryWithoutPrimary)
warning Ingress default/regex spec.rules[0].http.paths[1].path: /plain has no group, so $2 of rewrite-target /$2 is always empty (expected: as /something(/|$)(.*) for /$2) (InvalidField)
warning Ingress default/regex spec.rules[0].http.paths[2].path: /cart has no group, so $2 of rewrite-target /$2 is always empty (expected: as /something(/|$)(.*) for /$2) (InvalidField)
warning Ingress default/regex-canary metadata.annotations[nginx.ingress.kubernetes.io/rewrite-target]: rewrite-target says nothing on a canary (expected: it on the primary, whose annotations count) (UnsupportedAnnotation)

-- requests --
GET http://guarded.example/ from 192.0.2.1 → 403 source-denied
GET http://guarded.example/app from 192.0.2.1 → default/guarded rules[0].paths[0] → 403 source-denied
GET http://guarded.example/app from 10.1.1.1 → default/guarded rules[0].paths[0] → default/web:80
GET http://open.example/ from 192.0.2.1 → 404 no-path
GET http://regex.example/shop/cart → default/regex rules[0].paths[0] → default/web:80 as /cart
GET http://regex.example/PLAIN → default/regex rules[0].paths[1] → default/web:80 as /
GET http://literal.example/A → 404 no-path
GET http://literal.example/a → default/literal rules[0].paths[0] → default/web:80
GET http://literal.example/b → default/literal rules[0].paths[1] → default/web:80
GET http://literal.example/c → 404 no-path
