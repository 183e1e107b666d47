A Secret that is missing, malformed or for another host: its routes serve, its hosts are served with the default
certificate, and it is said. An expired certificate is served, and that is said.

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
    - hosts: ["missing.example"]
      secretName: missing
    - hosts: ["garbage.example"]
      secretName: garbage
    - hosts: ["keyless.example"]
      secretName: keyless
    - hosts: ["mismatch.example"]
      secretName: mismatch
    - hosts: ["expired.example"]
      secretName: expired
  rules:
    - host: "missing.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    - host: "garbage.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    - host: "keyless.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    - host: "mismatch.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    - host: "expired.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: v1
kind: Secret
type: kubernetes.io/tls
metadata:
  name: garbage
stringData: {tls.crt: "not PEM", tls.key: "not PEM"}
---
apiVersion: v1
kind: Secret
type: kubernetes.io/tls
metadata:
  name: keyless
stringData: {tls.crt: "-----BEGIN CERTIFICATE-----"}
---
apiVersion: v1
kind: Secret
type: kubernetes.io/tls
metadata:
  name: mismatch
  annotations: {certificate-for: "other.example"}
---
apiVersion: v1
kind: Secret
type: kubernetes.io/tls
metadata:
  name: expired
  annotations: {expired-for: "expired.example"}

-- table --
host expired.example cert default/expired
  Prefix / → default/web:80 (default/web rules[4].paths[0]) [redirect 308]
host garbage.example
  Prefix / → default/web:80 (default/web rules[1].paths[0]) [redirect 308]
host keyless.example
  Prefix / → default/web:80 (default/web rules[2].paths[0]) [redirect 308]
host mismatch.example
  Prefix / → default/web:80 (default/web rules[3].paths[0]) [redirect 308]
host missing.example
  Prefix / → default/web:80 (default/web rules[0].paths[0]) [redirect 308]
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
error Ingress default/web spec.tls[0].secretName: Secret default/missing not found; it is of no use (SecretNotFound)
error Ingress default/web spec.tls[1].secretName: Secret default/garbage tls.crt: not PEM (expected: the certificate chain as CERTIFICATE blocks in PEM, leaf first); it is of no use (InvalidCertificate)
error Ingress default/web spec.tls[2].secretName: Secret default/keyless tls.key: none (expected: a PEM private key in base64); it is of no use (InvalidCertificate)
error Ingress default/web spec.tls[3].hosts[0]: mismatch.example is not covered by Secret default/mismatch, which is for other.example; it is not used (CertificateMismatch)
warning Ingress default/web spec.tls[4].secretName: the certificate in Secret default/expired expired at 2026-01-01T00:00:00Z; it is served all the same (CertificateExpired)

-- requests --
GET https://missing.example/ → default/web rules[0].paths[0] → default/web:80 cert self-signed
GET https://garbage.example/ → default/web rules[1].paths[0] → default/web:80 cert self-signed
GET https://keyless.example/ → default/web rules[2].paths[0] → default/web:80 cert self-signed
GET https://mismatch.example/ → default/web rules[3].paths[0] → default/web:80 cert self-signed
GET https://expired.example/ → default/web rules[4].paths[0] → default/web:80 cert default/expired
