A global address list that is not honoured closes everything, for nobody can be outside it.

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
  whitelist-source-range: "10.0.0.0/8"

-- table --
host outside.example
  Prefix / → access-undecidable: Ingress default/outside is closed, as the global setting whitelist-source-range is not honoured (default/outside rules[0].paths[0])

-- diagnostics --
error ConfigMap default/tidegate data[whitelist-source-range]: not honoured yet, and it decides access: whitelist-source-range; closed until it is (InvalidSetting)

-- requests --
GET http://outside.example/ → default/outside rules[0].paths[0] → 503 access-undecidable
