The seed as people write it: rewrite-target beside a Prefix, a Service port 80 in front of port 8080. Without captures the
whole path becomes the target, and its host is one of regular expressions. A target that is the rule's own path rewrites nothing;
captures are filled, a URL is a redirect, and of a malformed target nothing is rewritten.

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
          - {path: "/no-groups", pathType: Prefix, backend: {service: {name: app, port: {number: 80}}}}
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
GET http://example.com/Application → default/example rules[0].paths[0] → default/app:80
GET http://example.com/other → default/example rules[0].paths[1] → default/app:80
GET http://captures.example/something → default/captures rules[0].paths[1] → default/app:80 as /
GET http://captures.example/something/ → default/captures rules[0].paths[1] → default/app:80 as /
GET http://captures.example/something/new → default/captures rules[0].paths[1] → default/app:80 as /new
GET http://captures.example/somethingelse → 404 no-path
GET http://captures.example/no-groups/x → default/captures rules[0].paths[0] → default/app:80 as /
GET http://pattern.example/old/x → default/pattern rules[0].paths[0] → default/app:80
GET http://url.example/ → default/url rules[0].paths[0] → 302 rewrite-redirect https://other.example/
GET http://query.example/ → default/query rules[0].paths[0] → default/app:80

-- table --
host captures.example
  Regex /something(/|$)(.*) → default/app:80 (default/captures rules[0].paths[1]) [rewrite /$2]
  Regex /no-groups → default/app:80 (default/captures rules[0].paths[0]) [rewrite /$2]
host example.com
  Regex /app → default/app:80 (default/example rules[0].paths[0]) [rewrite /]
  Regex / → default/app:80 (default/example rules[0].paths[1])
host pattern.example
  Regex /old/[a-z]+ → default/app:80 (default/pattern rules[0].paths[0]) [rewrite /new]
host query.example
  Prefix / → default/app:80 (default/query rules[0].paths[0])
host url.example
  Regex / → default/app:80 (default/url rules[0].paths[0]) [redirect to https://other.example/]
backend default/app:80 HTTP 10.0.0.1:8080

-- diagnostics --
warning Ingress default/captures spec.rules[0].http.paths[0].path: /no-groups has no group, so $2 of rewrite-target /$2 is always empty (expected: as /something(/|$)(.*) for /$2) (InvalidField)
error Ingress default/query metadata.annotations[tidegate.dev/rewrite-target]: /x?y=1 (expected: a path with a leading /, of letters, digits and - . _ ~ / : $); nothing is rewritten (InvalidAnnotation)
