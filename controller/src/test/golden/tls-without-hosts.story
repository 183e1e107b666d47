An entry without hosts stands for those rule hosts that its certificate covers.

-- services --
web 80 10.0.0.1

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  ingressClassName: tidegate
  tls:
    - hosts: []
      secretName: a
    - hosts: []
      secretName: b
  rules:
    - host: "a.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    - host: "b.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    - host: "c.other"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: v1
kind: Secret
type: kubernetes.io/tls
metadata:
  name: a
  annotations: {certificate-for: "a.example"}
---
apiVersion: v1
kind: Secret
type: kubernetes.io/tls
metadata:
  name: b
  annotations: {certificate-for: "b.example"}

-- table --
host a.example cert default/a
  Prefix / → default/web:80 (default/web rules[0].paths[0]) [redirect 308]
host b.example cert default/b
  Prefix / → default/web:80 (default/web rules[1].paths[0]) [redirect 308]
host c.other
  Prefix / → default/web:80 (default/web rules[2].paths[0]) [redirect 308]
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
error Ingress default/web spec.tls[0].hosts: c.other is not covered by Secret default/a, which is for a.example; it is not used (CertificateMismatch)
error Ingress default/web spec.tls[1].hosts: c.other is not covered by Secret default/b, which is for b.example; it is not used (CertificateMismatch)

-- requests --
GET https://a.example/ → default/web rules[0].paths[0] → default/web:80 cert default/a
GET https://b.example/ → default/web rules[1].paths[0] → default/web:80 cert default/b
GET https://c.other/ → default/web rules[2].paths[0] → default/web:80 cert self-signed
GET http://c.other/ → default/web rules[2].paths[0] → 308 https-redirect
