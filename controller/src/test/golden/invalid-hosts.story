A folder has no API server to refuse a bad host: the rule that holds it is dropped, and the others serve.

-- services --
web 80 10.0.0.1

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  ingressClassName: tidegate
  tls:
    - hosts: ["Upper.example", "*.*.example"]
  rules:
    - host: "Upper.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    - host: "10.0.0.1"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    - host: "a.example:8080"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    - host: "a.example."
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    - host: "*"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    - host: "a.*.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    - host: "*."
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    - host: "-a.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    - host: "under_score.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    - host: "good.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- table --
host good.example
  Prefix / → default/web:80 (default/web rules[9].paths[0]) [redirect 308]
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
error Ingress default/web spec.rules[0].host: Upper.example (expected: a lower-case DNS name, or *. and one, without port) (InvalidField)
error Ingress default/web spec.rules[1].host: 10.0.0.1 (expected: a name, not an address) (InvalidField)
error Ingress default/web spec.rules[2].host: a.example:8080 (expected: a lower-case DNS name, or *. and one, without port) (InvalidField)
error Ingress default/web spec.rules[3].host: a.example. (expected: a lower-case DNS name, or *. and one, without port) (InvalidField)
error Ingress default/web spec.rules[4].host: * (expected: a lower-case DNS name, or *. and one, without port) (InvalidField)
error Ingress default/web spec.rules[5].host: a.*.example (expected: a lower-case DNS name, or *. and one, without port) (InvalidField)
error Ingress default/web spec.rules[6].host: *. (expected: a lower-case DNS name, or *. and one, without port) (InvalidField)
error Ingress default/web spec.rules[7].host: -a.example (expected: a lower-case DNS name, or *. and one, without port) (InvalidField)
error Ingress default/web spec.rules[8].host: under_score.example (expected: a lower-case DNS name, or *. and one, without port) (InvalidField)
error Ingress default/web spec.tls[0].hosts[0]: Upper.example (expected: a lower-case DNS name, or *. and one, without port) (InvalidField)
error Ingress default/web spec.tls[0].hosts[1]: *.*.example (expected: a lower-case DNS name, or *. and one, without port) (InvalidField)

-- requests --
GET http://good.example/ → default/web rules[9].paths[0] → 308 https-redirect
GET http://upper.example/ → 404 no-host
