The seed as people write it: rewrite-target beside a Prefix, a Service port 80 in front of port 8080. Without captures the
whole path becomes the target. A target that is the rule's own path rewrites nothing; captures, URLs and malformed targets are
told, and nothing is rewritten.

-- services --
app 80 10.0.0.1

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: example
  annotations:
    nginx.ingress.kubernetes.io/rewrite-target: /
spec:
  ingressClassName: tidegate
  rules:
    - host: example.com
      http:
        paths:
          - path: /app
            pathType: Prefix
            backend: {service: {name: app, port: {number: 80}}}
          - path: /
            pathType: Prefix
            backend: {service: {name: app, port: {number: 80}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: captures
  annotations:
    nginx.ingress.kubernetes.io/rewrite-target: /$2
spec:
  ingressClassName: tidegate
  rules:
    - host: captures.example
      http:
        paths:
          - {path: "/something(/|$)(.*)", pathType: ImplementationSpecific, backend: {service: {name: app, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: pattern
  annotations:
    nginx.ingress.kubernetes.io/rewrite-target: /new
spec:
  ingressClassName: tidegate
  rules:
    - host: pattern.example
      http:
        paths:
          - {path: "/old/[a-z]+", pathType: Prefix, backend: {service: {name: app, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: url
  annotations:
    nginx.ingress.kubernetes.io/rewrite-target: https://other.example/
spec:
  ingressClassName: tidegate
  rules:
    - host: url.example
      http:
        paths:
          - {path: /, pathType: Prefix, backend: {service: {name: app, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: query
  annotations:
    tidegate.dev/rewrite-target: /x?y=1
spec:
  ingressClassName: tidegate
  rules:
    - host: query.example
      http:
        paths:
          - {path: /, pathType: Prefix, backend: {service: {name: app, port: {number: 80}}}}

-- requests --
GET http://example.com/app → default/example rules[0].paths[0] → default/app:80
GET http://example.com/app/style.css → default/example rules[0].paths[0] → default/app:80
GET http://example.com/other → default/example rules[0].paths[1] → default/app:80
GET http://captures.example/something/new → 404 no-path
GET http://url.example/ → default/url rules[0].paths[0] → default/app:80

-- table --
host captures.example
  Prefix /something(/|$)(.*) → default/app:80 (default/captures rules[0].paths[0])
host example.com
  Prefix /app → default/app:80 (default/example rules[0].paths[0]) [rewrite /]
  Prefix / → default/app:80 (default/example rules[0].paths[1])
host pattern.example
  Prefix /old/[a-z]+ → default/app:80 (default/pattern rules[0].paths[0])
host query.example
  Prefix / → default/app:80 (default/query rules[0].paths[0])
host url.example
  Prefix / → default/app:80 (default/url rules[0].paths[0])
backend default/app:80 HTTP 10.0.0.1:8080

-- diagnostics --
error Ingress default/captures metadata.annotations[nginx.ingress.kubernetes.io/rewrite-target]: /$2 has captures, which are not honoured yet (expected: a path without $); nothing is rewritten (UnsupportedAnnotation)
warning Ingress default/captures spec.rules[0].http.paths[0].path: /something(/|$)(.*) is taken literally, as a prefix; regular expressions are not supported yet (InvalidField)
error Ingress default/pattern spec.rules[0].http.paths[0].path: /old/[a-z]+ is a regular expression beside rewrite-target, which is not supported yet (expected: a path without any of ^ $ * + ? ( ) [ ] { } |); it is taken literally (UnsupportedAnnotation)
error Ingress default/query metadata.annotations[tidegate.dev/rewrite-target]: /x?y=1 (expected: a path with a leading /, of letters, digits and - . _ ~ / :); nothing is rewritten (InvalidAnnotation)
error Ingress default/url metadata.annotations[nginx.ingress.kubernetes.io/rewrite-target]: https://other.example/ would redirect, which is not honoured yet (expected: a path); nothing is redirected (UnsupportedAnnotation)
