A value that cannot be read is told, and its default stands; a bad list of trusted proxies trusts nobody.

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
  proxy-read-timeout: "1m"
  proxy-body-size: "big"
  http-redirect-code: "200"
  ssl-redirect: "on"
  use-forwarded-headers: "true"
  proxy-real-ip-cidr: "10.0.0.0/33"
  forwarded-for-header: "two words"

-- table --
host plain.example
  Prefix / → default/web:80 (default/plain rules[0].paths[0])
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
error ConfigMap default/tidegate data[forwarded-for-header]: two words (expected: the name of a header) (InvalidSetting)
error ConfigMap default/tidegate data[http-redirect-code]: 200 (expected: 301, 302, 307 or 308) (InvalidSetting)
error ConfigMap default/tidegate data[proxy-body-size]: big (expected: a size such as 512k, 8m or 1g, or 0 for no limit) (InvalidSetting)
error ConfigMap default/tidegate data[proxy-read-timeout]: 1m (expected: whole seconds without a unit, at least 1) (InvalidSetting)
error ConfigMap default/tidegate data[proxy-real-ip-cidr]: 10.0.0.0/33 (expected: addresses or CIDRs, separated by commas) (InvalidSetting)
error ConfigMap default/tidegate data[ssl-redirect]: on (expected: true or false) (InvalidSetting)

-- requests --
GET http://plain.example/ → default/plain rules[0].paths[0] → default/web:80
