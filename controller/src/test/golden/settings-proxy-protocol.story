PROXY headers of the load balancers are believed, and forwarded fields of nobody.

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
  rules:
    - host: "plain.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: tidegate
data:
  use-proxy-protocol: "true"
  proxy-protocol-header-timeout: "2s"
  proxy-real-ip-cidr: "10.0.0.0/8"

-- table --
host plain.example
  Prefix / → default/web:80 (default/plain rules[0].paths[0])
backend default/web:80 HTTP 10.0.0.1:8080
forwarding Forwarding[trusted=[], appendForwardedFor=false, clientAddressHeader=X-Forwarded-For, proxyProtocol=Optional[ProxyProtocol[trusted=[10.0.0.0/8], headerTimeout=PT2S]]]

-- diagnostics --

-- requests --
GET http://plain.example/ → default/plain rules[0].paths[0] → default/web:80
