Canaries come and go, and so do primaries: the table is what it would have been, had all come at once.

-- services --
web 80 10.0.0.1
new 80 10.0.0.2

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web-canary
  creationTimestamp: "2026-01-01T00:00:00Z"
  annotations:
    nginx.ingress.kubernetes.io/canary: "true"
    nginx.ingress.kubernetes.io/canary-weight: "10"
spec:
  ingressClassName: tidegate
  rules:
    - host: "a.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: new, port: {number: 80}}}}

-- edit --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  creationTimestamp: "2026-01-02T00:00:00Z"
spec:
  ingressClassName: tidegate
  rules:
    - host: "a.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- edit 2 --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web-canary
  creationTimestamp: "2026-01-01T00:00:00Z"
  annotations:
    nginx.ingress.kubernetes.io/canary: "true"
    nginx.ingress.kubernetes.io/canary-weight: "20"
spec:
  ingressClassName: tidegate
  rules:
    - host: "a.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: new, port: {number: 80}}}}

-- table --
host a.example
  Prefix / → default/web:80 (default/web rules[0].paths[0]) [canary default/new:80 (default/web-canary rules[0].paths[0]) CanaryRules[header=Optional.empty, cookie=Optional.empty, weight=20, total=100]]
backend default/new:80 HTTP 10.0.0.2:8080
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --

-- requests --
GET http://a.example/ → default/web rules[0].paths[0] → default/web:80
