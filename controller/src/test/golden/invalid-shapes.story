Whatever is missing or of the wrong shape costs the smallest part that holds it.

-- services --
web 80 10.0.0.1

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  creationTimestamp: yesterday
spec:
  ingressClassName: tidegate
  tls:
    - hosts: [a.example]
      secretName: Not/A/Name
  rules:
    - host: empty.example
      http: {paths: []}
    - host: a.example
      http:
        paths:
          - {path: /noport, pathType: Prefix, backend: {service: {name: web}}}
          - {path: /both, pathType: Prefix, backend: {service: {name: web, port: {name: http, number: 80}}}}
          - {path: /zero, pathType: Prefix, backend: {service: {name: web, port: {number: 0}}}}
          - {path: /large, pathType: Prefix, backend: {service: {name: web, port: {number: 65536}}}}
          - {path: /noname, pathType: Prefix, backend: {service: {port: {number: 80}}}}
          - {path: /badname, pathType: Prefix, backend: {service: {name: ../secrets, port: {number: 80}}}}
          - {path: /good, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: hollow
spec:
  ingressClassName: tidegate

-- table --
host a.example
  Prefix /badname → service-not-found: Ingress default/web spec.rules[1].http.paths[5].backend.service.name: ../secrets (expected: the name of a Service) (default/web rules[1].paths[5]) [redirect 308]
  Prefix /noname → service-not-found: Ingress default/web spec.rules[1].http.paths[4].backend.service.name: null (expected: the name of a Service) (default/web rules[1].paths[4]) [redirect 308]
  Prefix /noport → port-not-found: Ingress default/web spec.rules[1].http.paths[0].backend.service.port: none (expected: either a name, or a number from 1 to 65535) (default/web rules[1].paths[0]) [redirect 308]
  Prefix /large → port-not-found: Ingress default/web spec.rules[1].http.paths[3].backend.service.port: name null, number 65536 (expected: either a name, or a number from 1 to 65535) (default/web rules[1].paths[3]) [redirect 308]
  Prefix /both → port-not-found: Ingress default/web spec.rules[1].http.paths[1].backend.service.port: name http, number 80 (expected: either a name, or a number from 1 to 65535) (default/web rules[1].paths[1]) [redirect 308]
  Prefix /good → default/web:80 (default/web rules[1].paths[6]) [redirect 308]
  Prefix /zero → port-not-found: Ingress default/web spec.rules[1].http.paths[2].backend.service.port: name null, number 0 (expected: either a name, or a number from 1 to 65535) (default/web rules[1].paths[2]) [redirect 308]
host empty.example
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
error Ingress default/hollow spec: no rules (expected: rules or a defaultBackend) (InvalidField)
warning Ingress default/web metadata.creationTimestamp: yesterday (expected: a time as 2026-01-31T12:00:00Z) (InvalidField)
error Ingress default/web spec.rules[0].http.paths: empty (expected: at least one path) (InvalidField)
error Ingress default/web spec.rules[1].http.paths[0].backend.service.port: none (expected: either a name, or a number from 1 to 65535) (InvalidField)
error Ingress default/web spec.rules[1].http.paths[1].backend.service.port: name http, number 80 (expected: either a name, or a number from 1 to 65535) (InvalidField)
error Ingress default/web spec.rules[1].http.paths[2].backend.service.port: name null, number 0 (expected: either a name, or a number from 1 to 65535) (InvalidField)
error Ingress default/web spec.rules[1].http.paths[3].backend.service.port: name null, number 65536 (expected: either a name, or a number from 1 to 65535) (InvalidField)
error Ingress default/web spec.rules[1].http.paths[4].backend.service.name: null (expected: the name of a Service) (InvalidField)
error Ingress default/web spec.rules[1].http.paths[5].backend.service.name: ../secrets (expected: the name of a Service) (InvalidField)
error Ingress default/web spec.tls[0].secretName: Not/A/Name (expected: the name of a Secret) (InvalidField)

-- requests --
GET http://a.example/good → default/web rules[1].paths[6] → 308 https-redirect
GET http://a.example/noport → default/web rules[1].paths[0] → 308 https-redirect
GET http://a.example/noname → default/web rules[1].paths[4] → 308 https-redirect
GET http://empty.example/ → 404 no-path
