What is spoken to endpoints follows the Service port's appProtocol, and the annotation backend-protocol before it.
The same port spoken to in two ways is two backends.

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
          - {path: "/none", pathType: Prefix, backend: {service: {name: web, port: {name: none}}}}
          - {path: "/http", pathType: Prefix, backend: {service: {name: web, port: {name: http}}}}
          - {path: "/ws", pathType: Prefix, backend: {service: {name: web, port: {name: ws}}}}
          - {path: "/h2c", pathType: Prefix, backend: {service: {name: web, port: {name: h2c}}}}
          - {path: "/https", pathType: Prefix, backend: {service: {name: web, port: {name: https}}}}
          - {path: "/wss", pathType: Prefix, backend: {service: {name: web, port: {name: wss}}}}
          - {path: "/grpc", pathType: Prefix, backend: {service: {name: web, port: {name: grpc}}}}
          - {path: "/other", pathType: Prefix, backend: {service: {name: web, port: {name: other}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: over
  annotations:
    nginx.ingress.kubernetes.io/backend-protocol: "https"
spec:
  ingressClassName: tidegate
  rules:
    - host: "b.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {name: h2c}}}}
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  ports:
    - {name: none, port: 80}
    - {name: http, port: 81, appProtocol: http}
    - {name: ws, port: 82, appProtocol: kubernetes.io/ws}
    - {name: h2c, port: 83, appProtocol: kubernetes.io/h2c}
    - {name: https, port: 84, appProtocol: https}
    - {name: wss, port: 85, appProtocol: kubernetes.io/wss}
    - {name: grpc, port: 86, appProtocol: grpc}
    - {name: other, port: 87, appProtocol: example.com/own}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: web-1
  labels: {kubernetes.io/service-name: web}
addressType: IPv4
ports:
  - {name: none, port: 800}
  - {name: http, port: 801}
  - {name: ws, port: 802}
  - {name: h2c, port: 803}
  - {name: https, port: 804}
  - {name: wss, port: 805}
  - {name: grpc, port: 806}
  - {name: other, port: 807}
endpoints:
  - {addresses: [10.0.0.1]}

-- table --
host a.example
  Prefix /https → default/web:https (default/web rules[0].paths[4])
  Prefix /other → default/web:other (default/web rules[0].paths[7])
  Prefix /grpc → default/web:grpc (default/web rules[0].paths[6])
  Prefix /http → default/web:http (default/web rules[0].paths[1])
  Prefix /none → default/web:none (default/web rules[0].paths[0])
  Prefix /h2c → default/web:h2c (default/web rules[0].paths[3])
  Prefix /wss → default/web:wss (default/web rules[0].paths[5])
  Prefix /ws → default/web:ws (default/web rules[0].paths[2])
host b.example
  Prefix / → default/web:h2c+https (default/over rules[0].paths[0])
backend default/web:grpc H2C 10.0.0.1:806
backend default/web:h2c H2C 10.0.0.1:803
backend default/web:h2c+https HTTPS 10.0.0.1:803
backend default/web:http HTTP 10.0.0.1:801
backend default/web:https HTTPS 10.0.0.1:804
backend default/web:none HTTP 10.0.0.1:800
backend default/web:other HTTP 10.0.0.1:807
backend default/web:ws HTTP 10.0.0.1:802
backend default/web:wss HTTPS 10.0.0.1:805

-- diagnostics --

-- requests --
GET http://a.example/grpc → default/web rules[0].paths[6] → default/web:grpc
GET http://b.example/ → default/over rules[0].paths[0] → default/web:h2c+https
