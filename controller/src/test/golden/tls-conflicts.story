Several Ingresses name a certificate for one host: the oldest whose Secret is usable has its way, and the others are
told.

-- services --
web 80 10.0.0.1

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: oldest-broken
  creationTimestamp: "2026-01-01T00:00:00Z"
spec:
  ingressClassName: tidegate
  tls:
    - hosts: ["a.example"]
      secretName: missing
  rules:
    - host: "a.example"
      http:
        paths:
          - {path: "/1", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: second
  creationTimestamp: "2026-02-01T00:00:00Z"
spec:
  ingressClassName: tidegate
  tls:
    - hosts: ["a.example"]
      secretName: good
  rules:
    - host: "a.example"
      http:
        paths:
          - {path: "/2", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: third
  creationTimestamp: "2026-03-01T00:00:00Z"
spec:
  ingressClassName: tidegate
  tls:
    - hosts: ["a.example"]
      secretName: other
  rules:
    - host: "a.example"
      http:
        paths:
          - {path: "/3", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: same
  creationTimestamp: "2026-04-01T00:00:00Z"
spec:
  ingressClassName: tidegate
  tls:
    - hosts: ["a.example"]
      secretName: good
  rules:
    - host: "a.example"
      http:
        paths:
          - {path: "/4", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: v1
kind: Secret
type: kubernetes.io/tls
metadata:
  name: good
  annotations: {certificate-for: "a.example"}
---
apiVersion: v1
kind: Secret
type: kubernetes.io/tls
metadata:
  name: other
  annotations: {certificate-for: "a.example"}

-- table --
host a.example cert default/good
  Prefix /1 → default/web:80 (default/oldest-broken rules[0].paths[0]) [redirect 308]
  Prefix /2 → default/web:80 (default/second rules[0].paths[0]) [redirect 308]
  Prefix /3 → default/web:80 (default/third rules[0].paths[0]) [redirect 308]
  Prefix /4 → default/web:80 (default/same rules[0].paths[0]) [redirect 308]
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
error Ingress default/oldest-broken spec.tls[0].secretName: Secret default/missing not found; it is of no use (SecretNotFound)
error Ingress default/third spec.tls[0].hosts[0]: a.example is served with the certificate that the older Ingress default/second names, not with Secret default/other (CertificateConflict)

-- requests --
GET https://a.example/1 → default/oldest-broken rules[0].paths[0] → default/web:80 cert default/good
