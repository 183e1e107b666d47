A Service is looked up in the namespace of the Ingress that names it.

-- services --
web 80 10.0.0.1

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  namespace: shop
spec:
  ingressClassName: tidegate
  rules:
    - host: "a.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- table --
host a.example
  Prefix / → shop/web:80 (shop/web rules[0].paths[0])
backend shop/web:80 HTTP service-not-found

-- diagnostics --
error Ingress shop/web spec.rules[0].http.paths[0].backend.service.name: Service shop/web not found (ServiceNotFound)

-- requests --
GET http://a.example/ → shop/web rules[0].paths[0] → 503 service-not-found
