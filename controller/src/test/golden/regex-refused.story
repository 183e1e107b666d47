What cannot be matched in linear time, or is no regular expression, costs its path and no more; the others serve.

-- services --
app 80 10.0.0.1

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: refused
  annotations:
    nginx.ingress.kubernetes.io/use-regex: "true"
spec:
  ingressClassName: tidegate
  rules:
    - host: a.example
      http:
        paths:
          - {path: "/ahead/(?!x).*", pathType: ImplementationSpecific, backend: {service: {name: app, port: {number: 80}}}}
          - {path: "/behind/(?<=x)y", pathType: ImplementationSpecific, backend: {service: {name: app, port: {number: 80}}}}
          - {path: "/back/(.)\\1", pathType: ImplementationSpecific, backend: {service: {name: app, port: {number: 80}}}}
          - {path: "/atomic/(?>a+)", pathType: ImplementationSpecific, backend: {service: {name: app, port: {number: 80}}}}
          - {path: "/possessive/a++", pathType: ImplementationSpecific, backend: {service: {name: app, port: {number: 80}}}}
          - {path: "/open/(a", pathType: ImplementationSpecific, backend: {service: {name: app, port: {number: 80}}}}
          - {path: "/large/((a{500}){500}){500}", pathType: ImplementationSpecific, backend: {service: {name: app, port: {number: 80}}}}
          - {path: "relative(.*)", pathType: ImplementationSpecific, backend: {service: {name: app, port: {number: 80}}}}
          - {path: "/good(.*)", pathType: ImplementationSpecific, backend: {service: {name: app, port: {number: 80}}}}

-- requests --
GET http://a.example/ahead/y → 404 no-path
GET http://a.example/good → default/refused rules[0].paths[8] → default/app:80

-- table --
host a.example
  Regex /good(.*) → default/app:80 (default/refused rules[0].paths[8])
backend default/app:80 HTTP 10.0.0.1:8080

-- diagnostics --
error Ingress default/refused spec.rules[0].http.paths[0].path: /ahead/(?!x).* looks ahead at character 8, (?! (expected: a regular expression in RE2's syntax, which has no look-around, back-references, atomic groups or possessive quantifiers) (InvalidField)
error Ingress default/refused spec.rules[0].http.paths[1].path: /behind/(?<=x)y looks behind at character 9, (?<=x)y (expected: a regular expression in RE2's syntax, which has no look-around, back-references, atomic groups or possessive quantifiers) (InvalidField)
error Ingress default/refused spec.rules[0].http.paths[2].path: /back/(.)\1 refers back to a group at character 10, \1 (expected: a regular expression in RE2's syntax, which has no look-around, back-references, atomic groups or possessive quantifiers) (InvalidField)
error Ingress default/refused spec.rules[0].http.paths[3].path: /atomic/(?>a+) has an atomic group at character 9, (?> (expected: a regular expression in RE2's syntax, which has no look-around, back-references, atomic groups or possessive quantifiers) (InvalidField)
error Ingress default/refused spec.rules[0].http.paths[4].path: /possessive/a++ has a possessive quantifier at character 14, ++ (expected: a regular expression in RE2's syntax, which has no look-around, back-references, atomic groups or possessive quantifiers) (InvalidField)
error Ingress default/refused spec.rules[0].http.paths[5].path: /open/(a has a mistake: missing closing ) (expected: a regular expression in RE2's syntax, which has no look-around, back-references, atomic groups or possessive quantifiers) (InvalidField)
error Ingress default/refused spec.rules[0].http.paths[6].path: /large/((a{500}){500}){500} is too large an expression (expected: at most 2000 characters, each counted as often as it is repeated) (InvalidField)
error Ingress default/refused spec.rules[0].http.paths[7].path: relative(.*) (expected: a leading /) (InvalidField)
