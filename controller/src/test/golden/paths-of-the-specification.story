The example table of the Ingress documentation, a host for each row. "No" in the table is a 404 here, as there is no
default backend.

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
    - host: "p-root"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    - host: "e-foo"
      http:
        paths:
          - {path: "/foo", pathType: Exact, backend: {service: {name: web, port: {number: 80}}}}
    - host: "e-foo-slash"
      http:
        paths:
          - {path: "/foo/", pathType: Exact, backend: {service: {name: web, port: {number: 80}}}}
    - host: "p-foo"
      http:
        paths:
          - {path: "/foo", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    - host: "p-foo-slash"
      http:
        paths:
          - {path: "/foo/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    - host: "p-aaa-bb"
      http:
        paths:
          - {path: "/aaa/bb", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    - host: "p-aaa-bbb"
      http:
        paths:
          - {path: "/aaa/bbb", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    - host: "p-aaa-bbb-slash"
      http:
        paths:
          - {path: "/aaa/bbb/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    - host: "p-root-aaa"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: "/aaa", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    - host: "p-three"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: "/aaa", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: "/aaa/bbb", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    - host: "p-aaa"
      http:
        paths:
          - {path: "/aaa", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    - host: "both"
      http:
        paths:
          - {path: "/foo", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: "/foo", pathType: Exact, backend: {service: {name: web, port: {number: 80}}}}

-- table --
host both
  Exact /foo → default/web:80 (default/web rules[11].paths[1])
  Prefix /foo → default/web:80 (default/web rules[11].paths[0])
host e-foo
  Exact /foo → default/web:80 (default/web rules[1].paths[0])
host e-foo-slash
  Exact /foo/ → default/web:80 (default/web rules[2].paths[0])
host p-aaa
  Prefix /aaa → default/web:80 (default/web rules[10].paths[0])
host p-aaa-bb
  Prefix /aaa/bb → default/web:80 (default/web rules[5].paths[0])
host p-aaa-bbb
  Prefix /aaa/bbb → default/web:80 (default/web rules[6].paths[0])
host p-aaa-bbb-slash
  Prefix /aaa/bbb/ → default/web:80 (default/web rules[7].paths[0])
host p-foo
  Prefix /foo → default/web:80 (default/web rules[3].paths[0])
host p-foo-slash
  Prefix /foo/ → default/web:80 (default/web rules[4].paths[0])
host p-root
  Prefix / → default/web:80 (default/web rules[0].paths[0])
host p-root-aaa
  Prefix /aaa → default/web:80 (default/web rules[8].paths[1])
  Prefix / → default/web:80 (default/web rules[8].paths[0])
host p-three
  Prefix /aaa/bbb → default/web:80 (default/web rules[9].paths[2])
  Prefix /aaa → default/web:80 (default/web rules[9].paths[1])
  Prefix / → default/web:80 (default/web rules[9].paths[0])
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --

-- requests --
GET http://p-root/ → default/web rules[0].paths[0] → default/web:80
GET http://p-root/any/thing → default/web rules[0].paths[0] → default/web:80
GET http://e-foo/foo → default/web rules[1].paths[0] → default/web:80
GET http://e-foo/bar → 404 no-path
GET http://e-foo/foo/ → 404 no-path
GET http://e-foo-slash/foo → 404 no-path
GET http://p-foo/foo → default/web rules[3].paths[0] → default/web:80
GET http://p-foo/foo/ → default/web rules[3].paths[0] → default/web:80
GET http://p-foo-slash/foo → default/web rules[4].paths[0] → default/web:80
GET http://p-foo-slash/foo/ → default/web rules[4].paths[0] → default/web:80
GET http://p-aaa-bb/aaa/bbb → 404 no-path
GET http://p-aaa-bbb/aaa/bbb → default/web rules[6].paths[0] → default/web:80
GET http://p-aaa-bbb-slash/aaa/bbb → default/web rules[7].paths[0] → default/web:80
GET http://p-aaa-bbb/aaa/bbb/ → default/web rules[6].paths[0] → default/web:80
GET http://p-aaa-bbb/aaa/bbb/ccc → default/web rules[6].paths[0] → default/web:80
GET http://p-aaa-bbb/aaa/bbbxyz → 404 no-path
GET http://p-root-aaa/aaa/ccc → default/web rules[8].paths[1] → default/web:80
GET http://p-three/aaa/bbb → default/web rules[9].paths[2] → default/web:80
GET http://p-three/ccc → default/web rules[9].paths[0] → default/web:80
GET http://p-aaa/ccc → 404 no-path
GET http://both/foo → default/web rules[11].paths[1] → default/web:80
GET http://both/foo/bar → default/web rules[11].paths[0] → default/web:80
GET http://e-foo/FOO → 404 no-path
GET http://p-foo/FOO → 404 no-path
