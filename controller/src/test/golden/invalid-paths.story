A path that is not in normal form, or has no type, is dropped or taken as it is most likely meant; the others serve.

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
    - host: "a.example"
      http:
        paths:
          - {path: "relative", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: "/a//b", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: "/a/./b", pathType: Exact, backend: {service: {name: web, port: {number: 80}}}}
          - {path: "/a/../b", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: "/a%2Fb", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: "/a/..", pathType: Exact, backend: {service: {name: web, port: {number: 80}}}}
          - {path: "/a?b", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: "/regex", pathType: Regex, backend: {service: {name: web, port: {number: 80}}}}
          - {path: "/untyped", backend: {service: {name: web, port: {number: 80}}}}
          - {path: "/a b", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: "/star/*", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: "/foo(/|$)(.*)", pathType: ImplementationSpecific, backend: {service: {name: web, port: {number: 80}}}}
          - {path: "/spec/*", pathType: ImplementationSpecific, backend: {service: {name: web, port: {number: 80}}}}
          - {path: "relative", pathType: ImplementationSpecific, backend: {service: {name: web, port: {number: 80}}}}
          - {pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: "/good", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- table --
host a.example
  Prefix /foo(/|$)(.*) → default/web:80 (default/web rules[0].paths[11])
  Prefix /untyped → default/web:80 (default/web rules[0].paths[8])
  Prefix /spec/* → default/web:80 (default/web rules[0].paths[12])
  Prefix /star/* → default/web:80 (default/web rules[0].paths[10])
  Prefix /good → default/web:80 (default/web rules[0].paths[15])
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
error Ingress default/web spec.rules[0].http.paths[0].path: relative (expected: a leading /, and no //, /./, /../, %2F or ? in it) (InvalidField)
warning Ingress default/web spec.rules[0].http.paths[10].path: /star/* is taken literally (expected: /star with pathType Prefix, which needs no star) (InvalidField)
warning Ingress default/web spec.rules[0].http.paths[11].path: /foo(/|$)(.*) is taken literally, as a prefix (expected: the annotation use-regex or rewrite-target, if it is a regular expression) (InvalidField)
warning Ingress default/web spec.rules[0].http.paths[12].path: /spec/* is taken literally (expected: /spec with pathType Prefix, which needs no star) (InvalidField)
error Ingress default/web spec.rules[0].http.paths[13].path: relative (expected: a path that a request can have) (InvalidField)
error Ingress default/web spec.rules[0].http.paths[14].path:  (expected: a leading /, and no //, /./, /../, %2F or ? in it) (InvalidField)
error Ingress default/web spec.rules[0].http.paths[1].path: /a//b (expected: a leading /, and no //, /./, /../, %2F or ? in it) (InvalidField)
error Ingress default/web spec.rules[0].http.paths[2].path: /a/./b (expected: a leading /, and no //, /./, /../, %2F or ? in it) (InvalidField)
error Ingress default/web spec.rules[0].http.paths[3].path: /a/../b (expected: a leading /, and no //, /./, /../, %2F or ? in it) (InvalidField)
error Ingress default/web spec.rules[0].http.paths[4].path: /a%2Fb (expected: a leading /, and no //, /./, /../, %2F or ? in it) (InvalidField)
error Ingress default/web spec.rules[0].http.paths[5].path: /a/.. (expected: a leading /, and no //, /./, /../, %2F or ? in it) (InvalidField)
error Ingress default/web spec.rules[0].http.paths[6].path: /a?b (expected: a leading /, and no //, /./, /../, %2F or ? in it) (InvalidField)
error Ingress default/web spec.rules[0].http.paths[7].pathType: Regex (expected: Exact, Prefix or ImplementationSpecific) (InvalidField)
warning Ingress default/web spec.rules[0].http.paths[8].pathType: none, taken as Prefix (expected: Exact, Prefix or ImplementationSpecific) (InvalidField)
error Ingress default/web spec.rules[0].http.paths[9].path: /a b (expected: a path that a request can have) (InvalidField)

-- requests --
GET http://a.example/good → default/web rules[0].paths[15] → default/web:80
GET http://a.example/untyped → default/web rules[0].paths[8] → default/web:80
GET http://a.example/a/b → 404 no-path
GET http://a.example/star/x → 404 no-path
GET http://a.example/star/* → default/web rules[0].paths[10] → default/web:80
GET http://a.example/foo/x → 404 no-path
