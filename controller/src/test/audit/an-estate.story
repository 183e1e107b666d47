An estate as they are: some Ingresses are as they were, some have annotations that are refused, and the report says what
to write instead. Those of the class nginx are looked at although no such IngressClass is among the manifests.

-- services --
web 80 10.0.0.1
api 80 10.0.0.2

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: plain
spec:
  ingressClassName: nginx
  rules:
    - host: "plain.example"
      http:
        paths:
          - {path: '/', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
  annotations:
    nginx.ingress.kubernetes.io/ssl-redirect: "false"
    nginx.ingress.kubernetes.io/proxy-body-size: "8m"
    nginx.ingress.kubernetes.io/proxy-read-timeout: "60"
    nginx.ingress.kubernetes.io/enable-access-log: "true"
spec:
  ingressClassName: nginx
  rules:
    - host: "shop.example"
      http:
        paths:
          - {path: '/', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: '/api', pathType: Prefix, backend: {service: {name: api, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: secured
  annotations:
    nginx.ingress.kubernetes.io/backend-protocol: "HTTPS"
    nginx.ingress.kubernetes.io/modsecurity-snippet: "SecRuleEngine On"
spec:
  ingressClassName: nginx
  rules:
    - host: "secured.example"
      http:
        paths:
          - {path: '/', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: headers
  annotations:
    nginx.ingress.kubernetes.io/configuration-snippet: |
      more_set_headers "X-Frame-Options: DENY";
      proxy_cache_valid 200 1m;
spec:
  ingressClassName: nginx
  rules:
    - host: "headers.example"
      http:
        paths:
          - {path: '/', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: odd
  annotations:
    nginx.ingress.kubernetes.io/whatever: "x"
    nginx.ingress.kubernetes.io/secure-backends: "true"
    nginx.ingress.kubernetes.io/proxy-body-size: "8 megabytes"
spec:
  ingressClassName: nginx
  rules:
    - host: "odd.example"
      http:
        paths:
          - {path: '/', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: old
  annotations:
    kubernetes.io/ingress.class: "nginx"
    ingress.kubernetes.io/rewrite-target: "/"
    nginx.ingress.kubernetes.io/fastcgi-index: "index.php"
spec:
  rules:
    - host: "old.example"
      http:
        paths:
          - {path: '/', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- report --
Ingress default/headers (headers.example): refused
  refused configuration-snippet: not honoured: text for nginx is never evaluated; instead: more_set_headers: custom-headers (not honoured yet), or the ConfigMap's add-headers (not honoured yet); proxy_cache_valid: no counterpart: a cache before the gateway, or in the backend

Ingress default/odd (odd.example): refused
  differs proxy-body-size: 8 megabytes (expected: a size such as 512k, 8m or 1g, or 0 for no limit)
  refused secure-backends: retired by ingress-nginx itself: it was replaced in 2018; instead: backend-protocol HTTPS
  refused whatever: unknown

Ingress default/old (old.example): refused
  refused rewrite-target: a prefix that is not read; instead: nginx.ingress.kubernetes.io/rewrite-target
  refused fastcgi-index: not honoured: FastCGI is not spoken; instead: a web server beside the application that speaks FastCGI to it and HTTP to the gateway

Ingress default/plain (plain.example): same

Ingress default/secured (secured.example): refused
  refused modsecurity-snippet: not honoured, and it decides access, so closed: there is no web application firewall here; instead: a firewall before the gateway
  same backend-protocol

Ingress default/shop (shop.example): same
  same enable-access-log, proxy-body-size, proxy-read-timeout, ssl-redirect

What surprises about ingress-nginx, and what relies on it here:

backend-not-verified: HTTPS and GRPCS to backends are not verified, and no server name is sent; all proxy-ssl-* annotations count only beside proxy-ssl-secret.
  To do: Nothing is weaker here than it was; write proxy-ssl-secret and proxy-ssl-verify on where it matters.
  - default/secured

values-ignored-in-silence: A value that cannot be read is mostly ignored in silence; a few make the whole Ingress or the path unavailable. Here it is said, and closes the Ingress where access is decided.
  To do: Correct the value; what it asked for was never in effect.
  - default/odd metadata.annotations[nginx.ingress.kubernetes.io/proxy-body-size]: 8 megabytes (expected: a size such as 512k, 8m or 1g, or 0 for no limit)

2 of 6 Ingresses as with ingress-nginx; annotations: 5 same, 1 differ, 6 refused; 2 surprising behaviours
