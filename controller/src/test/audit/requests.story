What surprises about redirects, and about who comes in.

-- services --
web 80 10.0.0.1
api 80 10.0.0.2

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: secure
  annotations:
    nginx.ingress.kubernetes.io/whitelist-source-range: "10.0.0.0/8"
spec:
  ingressClassName: nginx
  tls:
    - hosts: ["secure.example"]
  rules:
    - host: "secure.example"
      http:
        paths:
          - {path: '/', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: kept
  annotations:
    nginx.ingress.kubernetes.io/preserve-trailing-slash: "true"
spec:
  ingressClassName: nginx
  tls:
    - hosts: ["kept.example"]
  rules:
    - host: "kept.example"
      http:
        paths:
          - {path: '/', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: forced
  annotations:
    nginx.ingress.kubernetes.io/force-ssl-redirect: "true"
spec:
  ingressClassName: nginx
  rules:
    - host: "forced.example"
      http:
        paths:
          - {path: '/', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: www
  annotations:
    nginx.ingress.kubernetes.io/from-to-www-redirect: "true"
spec:
  ingressClassName: nginx
  tls:
    - hosts: ["www.example"]
  rules:
    - host: "www.example"
      http:
        paths:
          - {path: '/', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: moved
  annotations:
    nginx.ingress.kubernetes.io/permanent-redirect: "https://new.example/"
spec:
  ingressClassName: nginx
  rules:
    - host: "moved.example"
      http:
        paths:
          - {path: '/', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: limited
  annotations:
    nginx.ingress.kubernetes.io/limit-rps: "5"
spec:
  ingressClassName: nginx
  rules:
    - host: "limited.example"
      http:
        paths:
          - {path: '/', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: crossed
  annotations:
    nginx.ingress.kubernetes.io/enable-cors: "true"
spec:
  ingressClassName: nginx
  rules:
    - host: "crossed.example"
      http:
        paths:
          - {path: '/', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: asked
  annotations:
    nginx.ingress.kubernetes.io/auth-url: "http://auth.default.svc/check"
spec:
  ingressClassName: nginx
  rules:
    - host: "asked.example"
      http:
        paths:
          - {path: '/', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- report --
Ingress default/asked (asked.example): refused
  refused auth-url: not honoured, and it decides access, so closed: no other service is asked who may come in; instead: a proxy that asks, as oauth2-proxy, as the rule's backend

Ingress default/crossed (crossed.example): same
  same enable-cors

Ingress default/forced (forced.example): same
  same force-ssl-redirect

Ingress default/kept (kept.example): same
  same preserve-trailing-slash

Ingress default/limited (limited.example): same
  same limit-rps

Ingress default/moved (moved.example): same
  same permanent-redirect

Ingress default/secure (secure.example): differs
  differs whitelist-source-range: it is looked at before redirects and preflights are answered, not after them

Ingress default/www (www.example): refused
  refused from-to-www-redirect: not honoured: the name with or without www. is not redirected; instead: a rule for the other name, to a backend that redirects

What surprises about ingress-nginx, and what relies on it here:

https-redirect-strips-slash: The redirect to https takes one slash off the end (/a/ becomes /a), keeps the method with 308, and happens where the certificate's Secret is missing too.
  To do: Set preserve-trailing-slash where clients mind.
  - secure.example
  - www.example

redirect-loop: force-ssl-redirect behind a load balancer that ends TLS redirects for ever, unless its X-Forwarded-Proto is believed.
  To do: Set use-forwarded-headers, and proxy-real-ip-cidr to the load balancer's addresses.
  - default/forced

www-redirect-names-port: The redirect between a host and its www. names the port, as http://a.example:80/.
  To do: Look for clients that compare the location.
  - default/www

two-hops: app-root and from-to-www-redirect answer before the redirect to https: two hops, the first of which is clear text.
  To do: Give out links with https.
  - default/www

permanent-redirect-drops-path: permanent-redirect and temporal-redirect send everybody to the one location: path and query of the request are dropped.
  To do: Look for links to paths below it.
  - default/moved: permanent-redirect https://new.example/

redirect-before-access: Redirects and CORS preflights are answered before anybody is asked who he is, and before address lists are looked at.
  To do: Nothing, unless the location itself is a secret.
  - default/secure

whitelist-alias: whitelist-source-range is the old name of allowlist-source-range; where both are set, the new one counts alone.
  To do: Look whether both are set, and whether a policy of yours knows the old name.
  - default/secure: whitelist-source-range 10.0.0.0/8

limit-burst: A limit lets a burst of five times its number through (limit-burst-multiplier), is counted by each replica for itself and by all paths of the Ingress together, and answers 503, not 429.
  To do: Multiply by the number of replicas; set limit-burst-multiplier where the burst matters.
  - default/limited: limit-rps 5

cors-for-everybody: enable-cors without an origin means every origin, with credentials; the headers stand on every answer, and every OPTIONS request is answered without the backend.
  To do: Set cors-allow-origin to the origins that are meant.
  - default/crossed, with credentials

auth-url-needs-full-name: The host of auth-url is looked up without search domains: a short name of a Service is not found, and a service that does not answer makes 500, not 401.
  To do: Write the full name, as auth.default.svc.cluster.local.
  - default/asked: auth.default.svc

hsts-by-default: Answers over TLS have Strict-Transport-Security for a year, with all subdomains, unless the ConfigMap says hsts false.
  To do: Look whether the answers that you compare have it, and whether it is meant.
  - kept.example
  - secure.example
  - www.example

5 of 8 Ingresses as with ingress-nginx; annotations: 5 same, 1 differ, 2 refused; 11 surprising behaviours
