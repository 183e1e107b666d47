With --disable-svc-external-name no Service is a name elsewhere.

-- options --
--disable-svc-external-name=true

-- names --
api.example 10.0.0.1

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
          - {path: "/", pathType: Prefix, backend: {service: {name: api, port: {number: 80}}}}
---
apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  type: ExternalName
  externalName: api.example
  ports:
    - {port: 80}

-- table --
host a.example
  Prefix / → default/api:80 (default/web rules[0].paths[0])
backend default/api:80 HTTP unsupported-backend

-- diagnostics --
error Ingress default/web spec.rules[0].http.paths[0].backend.service.name: Service default/api is an ExternalName, which --disable-svc-external-name turns off (UnsupportedService)

-- requests --
GET http://a.example/ → default/web rules[0].paths[0] → 503 unsupported-backend
