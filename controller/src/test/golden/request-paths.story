What "the request path" is: one string, brought to one form, matched and forwarded. No spelling of a path gets round
the rule for it; an encoded slash separates nothing.

-- services --
open 80 10.0.0.1
admin 80 10.0.0.2
umlaut 80 10.0.0.3

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
          - {path: "/", pathType: Prefix, backend: {service: {name: open, port: {number: 80}}}}
          - {path: "/admin", pathType: Prefix, backend: {service: {name: admin, port: {number: 80}}}}
          - {path: "/ä", pathType: Prefix, backend: {service: {name: umlaut, port: {number: 80}}}}

-- table --
host a.example
  Prefix /%C3%A4 → default/umlaut:80 (default/web rules[0].paths[2])
  Prefix /admin → default/admin:80 (default/web rules[0].paths[1])
  Prefix / → default/open:80 (default/web rules[0].paths[0])
backend default/admin:80 HTTP 10.0.0.2:8080
backend default/open:80 HTTP 10.0.0.1:8080
backend default/umlaut:80 HTTP 10.0.0.3:8080

-- diagnostics --

-- requests --
GET http://a.example/admin → default/web rules[0].paths[1] → default/admin:80
GET http://a.example//admin → default/web rules[0].paths[1] → default/admin:80
GET http://a.example/./admin → default/web rules[0].paths[1] → default/admin:80
GET http://a.example/x/../admin → default/web rules[0].paths[1] → default/admin:80
GET http://a.example/%61dmin → default/web rules[0].paths[1] → default/admin:80
GET http://a.example/admin%2Fx → default/web rules[0].paths[0] → default/open:80
GET http://a.example/admin/%2e%2e/x → default/web rules[0].paths[0] → default/open:80
GET http://a.example/admin?x=/../y → default/web rules[0].paths[1] → default/admin:80
GET http://a.example/%C3%A4 → default/web rules[0].paths[2] → default/umlaut:80
GET http://a.example/../admin → 400 bad-request
GET http://a.example/%00 → 400 bad-request
GET http://a.example/%zz → 400 bad-request
