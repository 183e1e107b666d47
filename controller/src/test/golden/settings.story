The global ConfigMap: defaults of the annotations, whom to believe about the client's address, and a word about each
key that is not honoured.

-- options --
--configmap=default/tidegate

-- services --
web 80 10.0.0.1

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: plain
spec:
  ingressClassName: tidegate
  tls:
    - hosts: []
  rules:
    - host: "plain.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: own
  annotations:
    nginx.ingress.kubernetes.io/proxy-read-timeout: "30"
    nginx.ingress.kubernetes.io/ssl-redirect: "false"
    nginx.ingress.kubernetes.io/proxy-body-size: "1m"
spec:
  ingressClassName: tidegate
  tls:
    - hosts: []
  rules:
    - host: "own.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: tidegate
data:
  proxy-read-timeout: "120"
  proxy-body-size: "64m"
  http-redirect-code: "301"
  use-forwarded-headers: "true"
  proxy-real-ip-cidr: "10.0.0.0/8, fd00::/8"
  compute-full-forwarded-for: "true"
  forwarded-for-header: "CF-Connecting-IP"
  hsts: "true"
  proxy-buffering: "off"
  worker-processes: "4"
  proxy-body-sise: "1m"

-- table --
host own.example
  Prefix / → default/web:80 (default/own rules[0].paths[0]) [connect 5s read 30s send 60s]
host plain.example
  Prefix / → default/web:80 (default/plain rules[0].paths[0]) [redirect 301, connect 5s read 120s send 60s, body 67108864]
backend default/web:80 HTTP 10.0.0.1:8080
forwarding Forwarding[trusted=[10.0.0.0/8, fd00::/8], appendForwardedFor=true, clientAddressHeader=CF-Connecting-IP, proxyProtocol=Optional.empty]

-- diagnostics --
warning ConfigMap default/tidegate data[proxy-body-sise]: unknown: proxy-body-sise; did you mean proxy-body-size? (InvalidSetting)

-- requests --
GET http://plain.example/ → default/plain rules[0].paths[0] → 301 https-redirect
GET http://own.example/ → default/own rules[0].paths[0] → default/web:80
