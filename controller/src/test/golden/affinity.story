Session affinity belongs to the routes of an Ingress. It goes before a hash; a bad value is told and its default stands.

-- services --
web 80 10.0.0.1 10.0.0.2

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: sticky
  annotations:
    nginx.ingress.kubernetes.io/affinity: "cookie"
    nginx.ingress.kubernetes.io/session-cookie-name: "route"
    nginx.ingress.kubernetes.io/session-cookie-expires: "172800"
    nginx.ingress.kubernetes.io/session-cookie-max-age: "172800"
    nginx.ingress.kubernetes.io/upstream-hash-by: "$request_uri"
spec:
  ingressClassName: tidegate
  rules:
    - host: "sticky.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: persistent
  annotations:
    nginx.ingress.kubernetes.io/affinity: "cookie"
    nginx.ingress.kubernetes.io/affinity-mode: "persistent"
    nginx.ingress.kubernetes.io/session-cookie-change-on-failure: "true"
spec:
  ingressClassName: tidegate
  rules:
    - host: "persistent.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: wrong
  annotations:
    nginx.ingress.kubernetes.io/affinity: "cookie"
    nginx.ingress.kubernetes.io/session-cookie-domain: "shop.example; Secure"
    nginx.ingress.kubernetes.io/session-cookie-samesite: "Sometimes"
spec:
  ingressClassName: tidegate
  rules:
    - host: "wrong.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- table --
host persistent.example
  Prefix / → default/web:80 (default/persistent rules[0].paths[0]) [PERSISTENT session that changes on failure]
host sticky.example
  Prefix / → default/web:80 (default/sticky rules[0].paths[0]) [BALANCED session by SessionCookie[name=route, maxAge=OptionalLong[172800], expires=OptionalLong[172800], path=Optional.empty, domain=Optional.empty, sameSite=Optional.empty, secure=false, spares=false]]
host wrong.example
  Prefix / → default/web:80 (default/wrong rules[0].paths[0]) [BALANCED session]
backend default/web:80 HTTP 10.0.0.1:8080 10.0.0.2:8080

-- diagnostics --
error Ingress default/wrong metadata.annotations[nginx.ingress.kubernetes.io/session-cookie-domain]: shop.example; Secure (expected: the name of a domain) (InvalidAnnotation)
error Ingress default/wrong metadata.annotations[nginx.ingress.kubernetes.io/session-cookie-samesite]: Sometimes (expected: None, Lax or Strict) (InvalidAnnotation)

-- requests --
GET http://sticky.example/ → default/sticky rules[0].paths[0] → default/web:80
