use-proxy-protocol without proxy-real-ip-cidr believes everybody, as with ingress-nginx, and it is said of each key.

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
  use-forwarded-headers: "true"

-- table --
host plain.example
  Prefix / → default/web:80 (default/plain rules[0].paths[0])
backend default/web:80 HTTP 10.0.0.1:8080
forwarding Forwarding[trusted=[0.0.0.0/0, ::/0], appendForwardedFor=false, clientAddressHeader=X-Forwarded-For, proxyProtocol=Optional[ProxyProtocol[trusted=[0.0.0.0/0, ::/0], headerTimeout=PT5S]]]

-- diagnostics --
warning ConfigMap default/tidegate data[use-forwarded-headers]: every peer's X-Forwarded-* is believed (expected: proxy-real-ip-cidr with the addresses of your proxies) (InvalidSetting)
warning ConfigMap default/tidegate data[use-proxy-protocol]: every peer's PROXY header is believed (expected: proxy-real-ip-cidr with the addresses of your proxies) (InvalidSetting)

-- requests --
GET http://plain.example/ → default/plain rules[0].paths[0] → default/web:80
