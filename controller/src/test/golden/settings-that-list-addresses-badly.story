A global address list that cannot be read closes everything, for nobody can be outside it; a list of the Ingress's own
changes nothing about that.

-- options --
--configmap=default/tidegate

-- services --
web 80 10.0.0.1

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: outside
  annotations:
    nginx.ingress.kubernetes.io/enable-global-auth: "false"
spec:
  ingressClassName: tidegate
  rules:
    - host: "outside.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: tidegate
data:
  whitelist-source-range: "10.0.0.0/8 11.0.0.0/8"

-- table --
host outside.example
  Prefix / → access-undecidable: Ingress default/outside is closed, as the global setting whitelist-source-range is not honoured (default/outside rules[0].paths[0])

-- diagnostics --
error ConfigMap default/tidegate data[whitelist-source-range]: 10.0.0.0/8 11.0.0.0/8 (expected: addresses or CIDRs, separated by commas) (InvalidSetting)

-- requests --
GET http://outside.example/ from 10.1.2.3 → default/outside rules[0].paths[0] → 503 access-undecidable
