Paths of one host are merged from all Ingresses, over namespaces. Of two that want the same one, the older has it; of
equal age, the lesser namespace and name; inside one Ingress, the first. The same path with another type is no conflict.

-- services --
old 80 10.0.0.1
young 80 10.0.0.2

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: young
  creationTimestamp: "2026-02-01T00:00:00Z"
spec:
  ingressClassName: tidegate
  rules:
    - host: "a.example"
      http:
        paths:
          - {path: "/x", pathType: Prefix, backend: {service: {name: young, port: {number: 80}}}}
          - {path: "/x", pathType: Exact, backend: {service: {name: young, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: old
  creationTimestamp: "2026-01-01T00:00:00Z"
spec:
  ingressClassName: tidegate
  rules:
    - host: "a.example"
      http:
        paths:
          - {path: "/x", pathType: Prefix, backend: {service: {name: old, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: tie-b
spec:
  ingressClassName: tidegate
  rules:
    - host: "tie.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: young, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: tie-a
spec:
  ingressClassName: tidegate
  rules:
    - host: "tie.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: old, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: elsewhere
  namespace: shop
spec:
  ingressClassName: tidegate
  rules:
    - host: "tie.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: "/elsewhere", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: self
spec:
  ingressClassName: tidegate
  rules:
    - host: "self.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: old, port: {number: 80}}}}
          - {path: "/", pathType: ImplementationSpecific, backend: {service: {name: young, port: {number: 80}}}}
    - host: "self.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: young, port: {number: 80}}}}

-- table --
host a.example
  Exact /x → default/young:80 (default/young rules[0].paths[1])
  Prefix /x → default/old:80 (default/old rules[0].paths[0])
host self.example
  Prefix / → default/old:80 (default/self rules[0].paths[0])
host tie.example
  Prefix /elsewhere → shop/web:80 (shop/elsewhere rules[0].paths[1])
  Prefix / → default/old:80 (default/tie-a rules[0].paths[0])
backend default/old:80 HTTP 10.0.0.1:8080
backend default/young:80 HTTP 10.0.0.2:8080
backend shop/web:80 HTTP service-not-found

-- diagnostics --
error Ingress default/self spec.rules[0].http.paths[1]: Prefix / of host self.example is held by spec.rules[0].http.paths[0] of this Ingress, which stands before it (PathConflict)
error Ingress default/self spec.rules[1].http.paths[0]: Prefix / of host self.example is held by spec.rules[0].http.paths[0] of this Ingress, which stands before it (PathConflict)
error Ingress default/tie-b spec.rules[0].http.paths[0]: Prefix / of host tie.example is held by Ingress default/tie-a (spec.rules[0].http.paths[0]) (PathConflict)
error Ingress default/young spec.rules[0].http.paths[0]: Prefix /x of host a.example is held by Ingress default/old (spec.rules[0].http.paths[0]) (PathConflict)
error Ingress shop/elsewhere spec.rules[0].http.paths[0]: Prefix / of host tie.example is held by Ingress default/tie-a (spec.rules[0].http.paths[0]) (PathConflict)
error Ingress shop/elsewhere spec.rules[0].http.paths[0].backend.service.name: Service shop/web not found (ServiceNotFound)
error Ingress shop/elsewhere spec.rules[0].http.paths[1].backend.service.name: Service shop/web not found (ServiceNotFound)

-- requests --
GET http://a.example/x/y → default/old rules[0].paths[0] → default/old:80
GET http://a.example/x → default/young rules[0].paths[1] → default/young:80
GET http://tie.example/ → default/tie-a rules[0].paths[0] → default/old:80
GET http://tie.example/elsewhere → shop/elsewhere rules[0].paths[1] → 503 service-not-found
GET http://self.example/ → default/self rules[0].paths[0] → default/old:80
