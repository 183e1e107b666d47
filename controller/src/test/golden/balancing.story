How requests are spread over endpoints belongs to the routes of an Ingress, not to the Service's port: two Ingresses may share
a Service. A hash goes before load-balance; a variable that is not known is told, and the default stands.

-- options --
--configmap=default/tidegate

-- services --
web 80 10.0.0.1 10.0.0.2

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: hashed
  annotations:
    nginx.ingress.kubernetes.io/upstream-hash-by: "$http_x_user$request_uri"
    nginx.ingress.kubernetes.io/load-balance: "round_robin"
spec:
  ingressClassName: tidegate
  rules:
    - host: "hashed.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: grouped
  annotations:
    nginx.ingress.kubernetes.io/upstream-hash-by: "$remote_addr"
    nginx.ingress.kubernetes.io/upstream-hash-by-subset: "true"
    nginx.ingress.kubernetes.io/upstream-hash-by-subset-size: "2"
spec:
  ingressClassName: tidegate
  rules:
    - host: "grouped.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: silent
spec:
  ingressClassName: tidegate
  rules:
    - host: "silent.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: turns
  annotations:
    nginx.ingress.kubernetes.io/load-balance: "round_robin"
spec:
  ingressClassName: tidegate
  rules:
    - host: "turns.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: unknown
  annotations:
    nginx.ingress.kubernetes.io/upstream-hash-by: "$ssl_session_id"
    nginx.ingress.kubernetes.io/load-balance: "least_conn"
spec:
  ingressClassName: tidegate
  rules:
    - host: "unknown.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: tidegate
data:
  load-balance: "ewma"

-- table --
host grouped.example
  Prefix / → default/web:80 (default/grouped rules[0].paths[0]) [hash ${remote_addr} of 2]
host hashed.example
  Prefix / → default/web:80 (default/hashed rules[0].paths[0]) [hash ${http_x_user}${request_uri} of 1]
host silent.example
  Prefix / → default/web:80 (default/silent rules[0].paths[0]) [the quickest]
host turns.example
  Prefix / → default/web:80 (default/turns rules[0].paths[0])
host unknown.example
  Prefix / → default/web:80 (default/unknown rules[0].paths[0]) [the quickest]
backend default/web:80 HTTP 10.0.0.1:8080 10.0.0.2:8080

-- diagnostics --
error Ingress default/unknown metadata.annotations[nginx.ingress.kubernetes.io/load-balance]: least_conn (expected: round_robin or ewma) (InvalidAnnotation)
error Ingress default/unknown metadata.annotations[nginx.ingress.kubernetes.io/upstream-hash-by]: $ssl_session_id (expected: an ASCII text of at most 16 parts with any of $request_uri, $uri, $args, $host, $remote_addr, $request_method, $scheme, $http_NAME, $cookie_NAME and $arg_NAME) (InvalidAnnotation)

-- requests --
GET http://hashed.example/ → default/hashed rules[0].paths[0] → default/web:80
