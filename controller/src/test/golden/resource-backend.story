A backend that is no Service is refused, and answers instead of leaving a hole for the next shorter path.

-- services --
web 80 10.0.0.1

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  ingressClassName: tidegate
  rules:
    - host: a.example
      http:
        paths:
          - {path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: /static, pathType: Prefix, backend: {resource: {apiGroup: k8s.example, kind: Bucket, name: assets}}}
          - {path: /none, pathType: Prefix, backend: {}}

-- table --
host a.example
  Prefix /static → unsupported-backend: Ingress default/web spec.rules[0].http.paths[1].backend.resource: Bucket assets (expected: a service) (default/web rules[0].paths[1])
  Prefix /none → unsupported-backend: Ingress default/web spec.rules[0].http.paths[2].backend: none (expected: a service) (default/web rules[0].paths[2])
  Prefix / → default/web:80 (default/web rules[0].paths[0])
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
error Ingress default/web spec.rules[0].http.paths[1].backend.resource: Bucket assets (expected: a service) (UnsupportedBackendResource)
error Ingress default/web spec.rules[0].http.paths[2].backend: none (expected: a service) (InvalidField)

-- requests --
GET http://a.example/ → default/web rules[0].paths[0] → default/web:80
GET http://a.example/static/x → default/web rules[0].paths[1] → 503 unsupported-backend
GET http://a.example/none → default/web rules[0].paths[2] → 503 unsupported-backend
