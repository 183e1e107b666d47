With a bad list of load balancers PROXY headers are read and nobody's is believed; a bad time is the default.

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
  proxy-protocol-header-timeout: "5"
  proxy-real-ip-cidr: "load-balancer"

-- table --
host plain.example
  Prefix / → default/web:80 (default/plain rules[0].paths[0])
backend default/web:80 HTTP 10.0.0.1:8080
forwarding Forwarding[trusted=[], appendForwardedFor=false, clientAddressHeader=X-Forwarded-For, proxyProtocol=Optional[ProxyProtocol[trusted=[], headerTimeout=PT5S]]]

-- diagnostics --
error ConfigMap default/tidegate data[proxy-protocol-header-timeout]: 5 (expected: a time such as 5s, 500ms or 1m30s, at most 60m) (InvalidSetting)
error ConfigMap default/tidegate data[proxy-real-ip-cidr]: load-balancer (expected: addresses or CIDRs, separated by commas) (InvalidSetting)

-- requests --
GET http://plain.example/ → default/plain rules[0].paths[0] → default/web:80
