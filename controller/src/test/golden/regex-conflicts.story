An expression and a prefix of one text want the same, and the older has it. An Exact and a Prefix of one path, which are no
conflict elsewhere, share it on a host of expressions: the Exact has what begins with it, and the Prefix what is below.

-- services --
old 80 10.0.0.1
young 80 10.0.0.2

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: old
  creationTimestamp: "2026-01-01T00:00:00Z"
spec:
  ingressClassName: tidegate
  rules:
    - host: a.example
      http:
        paths:
          - {path: /x, pathType: Prefix, backend: {service: {name: old, port: {number: 80}}}}
          - {path: /y, pathType: Prefix, backend: {service: {name: old, port: {number: 80}}}}
          - {path: /y, pathType: Exact, backend: {service: {name: old, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: young
  creationTimestamp: "2026-02-01T00:00:00Z"
  annotations:
    nginx.ingress.kubernetes.io/use-regex: "true"
spec:
  ingressClassName: tidegate
  rules:
    - host: a.example
      http:
        paths:
          - {path: /x, pathType: ImplementationSpecific, backend: {service: {name: young, port: {number: 80}}}}
          - {path: "/z.*", pathType: ImplementationSpecific, backend: {service: {name: young, port: {number: 80}}}}

-- requests --
GET http://a.example/x → default/old rules[0].paths[0] → default/old:80
GET http://a.example/y → default/old rules[0].paths[2] → default/old:80
GET http://a.example/yes → default/old rules[0].paths[2] → default/old:80
GET http://a.example/y/es → default/old rules[0].paths[1] → default/old:80

-- table --
host a.example
  Regex /z.* → default/young:80 (default/young rules[0].paths[1])
  Regex /y/ → default/old:80 (default/old rules[0].paths[1])
  Regex /x/ → default/old:80 (default/old rules[0].paths[0])
  Regex /y → default/old:80 (default/old rules[0].paths[2])
  Regex /x → default/old:80 (default/old rules[0].paths[0])
backend default/old:80 HTTP 10.0.0.1:8080
backend default/young:80 HTTP 10.0.0.2:8080

-- diagnostics --
warning Ingress default/old spec.rules[0].http.paths[0].path: Prefix /x is matched as the regular expression ^/x, without case; Ingress default/young makes all paths of host a.example expressions by use-regex (expected: regex-scope: ingress in the ConfigMap, if it is not meant) (MatchedAsRegex)
warning Ingress default/old spec.rules[0].http.paths[1].path: Prefix /y is matched as the regular expression ^/y, without case; Ingress default/young makes all paths of host a.example expressions by use-regex (expected: regex-scope: ingress in the ConfigMap, if it is not meant) (MatchedAsRegex)
warning Ingress default/old spec.rules[0].http.paths[2].path: Exact /y is matched as the regular expression ^/y, without case; Ingress default/young makes all paths of host a.example expressions by use-regex (expected: regex-scope: ingress in the ConfigMap, if it is not meant) (MatchedAsRegex)
error Ingress default/young spec.rules[0].http.paths[0]: Regex /x of host a.example is held by Ingress default/old (spec.rules[0].http.paths[0]) (PathConflict)
