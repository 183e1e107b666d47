One Ingress that asks for regular expressions makes all paths of its host ones: without case, from the start, by strings and not
by elements; the longest text comes first. Each path of another that this changes is told, and who changed it. A rewrite on / takes
no longer path away. Other hosts are as they were.

-- services --
app 80 10.0.0.1
web 80 10.0.0.2
acme 80 10.0.0.3

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: asking
  annotations:
    nginx.ingress.kubernetes.io/use-regex: "true"
spec:
  ingressClassName: tidegate
  rules:
    - host: a.example
      http:
        paths:
          - {path: "/foo/bar/[a-z]{3}", pathType: ImplementationSpecific, backend: {service: {name: app, port: {number: 80}}}}
          - {path: "/id/[0-9]+", pathType: ImplementationSpecific, backend: {service: {name: app, port: {number: 80}}}}
          - {path: "/end/[0-9]+$", pathType: Prefix, backend: {service: {name: app, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: bystander
spec:
  ingressClassName: tidegate
  rules:
    - host: a.example
      http:
        paths:
          - {path: /foo/bar/bar, pathType: Exact, backend: {service: {name: web, port: {number: 80}}}}
          - {path: /exact, pathType: Exact, backend: {service: {name: web, port: {number: 80}}}}
          - {path: /prefix, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: /both, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: /both, pathType: Exact, backend: {service: {name: web, port: {number: 80}}}}
          - {path: /slash/, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: "/broken(", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    - host: b.example
      http:
        paths:
          - {path: /exact, pathType: Exact, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: acme
spec:
  ingressClassName: tidegate
  rules:
    - host: c.example
      http:
        paths:
          - {path: /.well-known/acme-challenge/token, pathType: Exact, backend: {service: {name: acme, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: root
  annotations:
    nginx.ingress.kubernetes.io/rewrite-target: /bar
spec:
  ingressClassName: tidegate
  rules:
    - host: c.example
      http:
        paths:
          - {path: /, pathType: Prefix, backend: {service: {name: app, port: {number: 80}}}}

-- requests --
GET http://a.example/foo/bar/bar → default/asking rules[0].paths[0] → default/app:80
GET http://a.example/foo/bar/ba → default/bystander rules[0].paths[7] → default/web:80
GET http://a.example/ID/123a → default/asking rules[0].paths[1] → default/app:80
GET http://a.example/end/12 → default/asking rules[0].paths[2] → default/app:80
GET http://a.example/end/12a → default/bystander rules[0].paths[7] → default/web:80
GET http://a.example/Exact/below → default/bystander rules[0].paths[1] → default/web:80
GET http://a.example/prefixed → default/bystander rules[0].paths[2] → default/web:80
GET http://a.example/both → default/bystander rules[0].paths[4] → default/web:80
GET http://a.example/both/x → default/bystander rules[0].paths[3] → default/web:80
GET http://a.example/slash → default/bystander rules[0].paths[7] → default/web:80
GET http://a.example/slash/x → default/bystander rules[0].paths[5] → default/web:80
GET http://a.example/else → default/bystander rules[0].paths[7] → default/web:80
GET http://b.example/exact → default/bystander rules[1].paths[0] → default/web:80
GET http://b.example/exact/below → 404 no-path
GET http://c.example/x → default/root rules[0].paths[0] → default/app:80
GET http://c.example/.well-known/acme-challenge/token → default/acme rules[0].paths[0] → default/acme:80

-- table --
host a.example
  Regex /foo/bar/[a-z]{3} → default/app:80 (default/asking rules[0].paths[0])
  Regex /foo/bar/bar → default/web:80 (default/bystander rules[0].paths[0])
  Regex /end/[0-9]+$ → default/app:80 (default/asking rules[0].paths[2])
  Regex /id/[0-9]+ → default/app:80 (default/asking rules[0].paths[1])
  Regex /prefix/ → default/web:80 (default/bystander rules[0].paths[2])
  Regex /slash/ → default/web:80 (default/bystander rules[0].paths[5])
  Regex /prefix → default/web:80 (default/bystander rules[0].paths[2])
  Regex /exact → default/web:80 (default/bystander rules[0].paths[1])
  Regex /both/ → default/web:80 (default/bystander rules[0].paths[3])
  Regex /both → default/web:80 (default/bystander rules[0].paths[4])
  Regex / → default/web:80 (default/bystander rules[0].paths[7])
host b.example
  Exact /exact → default/web:80 (default/bystander rules[1].paths[0])
host c.example
  Regex /.well-known/acme-challenge/token → default/acme:80 (default/acme rules[0].paths[0])
  Regex / → default/app:80 (default/root rules[0].paths[0]) [rewrite /bar]
backend default/acme:80 HTTP 10.0.0.3:8080
backend default/app:80 HTTP 10.0.0.1:8080
backend default/web:80 HTTP 10.0.0.2:8080

-- diagnostics --
warning Ingress default/acme spec.rules[0].http.paths[0].path: Exact /.well-known/acme-challenge/token is matched as the regular expression ^/.well-known/acme-challenge/token, without case; Ingress default/root makes all paths of host c.example expressions by rewrite-target (expected: regex-scope: ingress in the ConfigMap, if it is not meant) (MatchedAsRegex)
warning Ingress default/bystander spec.rules[0].http.paths[0].path: Exact /foo/bar/bar is matched as the regular expression ^/foo/bar/bar, without case; Ingress default/asking makes all paths of host a.example expressions by use-regex (expected: regex-scope: ingress in the ConfigMap, if it is not meant) (MatchedAsRegex)
warning Ingress default/bystander spec.rules[0].http.paths[1].path: Exact /exact is matched as the regular expression ^/exact, without case; Ingress default/asking makes all paths of host a.example expressions by use-regex (expected: regex-scope: ingress in the ConfigMap, if it is not meant) (MatchedAsRegex)
warning Ingress default/bystander spec.rules[0].http.paths[2].path: Prefix /prefix is matched as the regular expression ^/prefix, without case; Ingress default/asking makes all paths of host a.example expressions by use-regex (expected: regex-scope: ingress in the ConfigMap, if it is not meant) (MatchedAsRegex)
warning Ingress default/bystander spec.rules[0].http.paths[3].path: Prefix /both is matched as the regular expression ^/both, without case; Ingress default/asking makes all paths of host a.example expressions by use-regex (expected: regex-scope: ingress in the ConfigMap, if it is not meant) (MatchedAsRegex)
warning Ingress default/bystander spec.rules[0].http.paths[4].path: Exact /both is matched as the regular expression ^/both, without case; Ingress default/asking makes all paths of host a.example expressions by use-regex (expected: regex-scope: ingress in the ConfigMap, if it is not meant) (MatchedAsRegex)
warning Ingress default/bystander spec.rules[0].http.paths[5].path: Prefix /slash/ is matched as the regular expression ^/slash/, without case; Ingress default/asking makes all paths of host a.example expressions by use-regex (expected: regex-scope: ingress in the ConfigMap, if it is not meant) (MatchedAsRegex)
error Ingress default/bystander spec.rules[0].http.paths[6].path: /broken( has a mistake: missing closing ) (expected: a regular expression in RE2's syntax, which has no look-around, back-references, atomic groups or possessive quantifiers); Ingress default/asking makes all paths of host a.example expressions by use-regex (InvalidField)
