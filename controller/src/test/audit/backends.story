What surprises about backends, client addresses and values that nobody can read.

-- options --
--configmap=default/tidegate

-- services --
web 80 10.0.0.1
api 80 10.0.0.2

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: tls
  annotations:
    nginx.ingress.kubernetes.io/backend-protocol: "HTTPS"
spec:
  ingressClassName: nginx
  rules:
    - host: "tls.example"
      http:
        paths:
          - {path: '/', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: checked
  annotations:
    nginx.ingress.kubernetes.io/backend-protocol: "GRPCS"
    nginx.ingress.kubernetes.io/proxy-ssl-secret: "default/ca"
    nginx.ingress.kubernetes.io/proxy-ssl-verify: "on"
spec:
  ingressClassName: nginx
  rules:
    - host: "checked.example"
      http:
        paths:
          - {path: '/', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: pages
  annotations:
    nginx.ingress.kubernetes.io/custom-http-errors: "404,503"
spec:
  ingressClassName: nginx
  rules:
    - host: "pages.example"
      http:
        paths:
          - {path: '/', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: events
  annotations:
    nginx.ingress.kubernetes.io/proxy-read-timeout: "3600"
spec:
  ingressClassName: nginx
  tls:
    - hosts: ["events.example"]
  rules:
    - host: "events.example"
      http:
        paths:
          - {path: '/', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: misread
  annotations:
    nginx.ingress.kubernetes.io/proxy-read-timeout: "60s"
spec:
  ingressClassName: nginx
  rules:
    - host: "misread.example"
      http:
        paths:
          - {path: '/', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: tidegate
data:
  use-forwarded-headers: "true"

-- report --
Ingress default/checked (checked.example): refused
  refused proxy-ssl-secret: not honoured: certificates of backends are not checked, and none is shown to them; instead: network-policy, or a mesh that does both
  refused proxy-ssl-verify: not honoured: certificates of backends are not checked; instead: network-policy, or a mesh that checks them
  same backend-protocol

Ingress default/events (events.example): same
  same proxy-read-timeout

Ingress default/misread (misread.example): differs
  differs proxy-read-timeout: 60s (expected: whole seconds without a unit, at least 1)

Ingress default/pages (pages.example): refused
  refused custom-http-errors: not honoured: errors are passed on as they are; instead: a backend that shows the page itself

Ingress default/tls (tls.example): same
  same backend-protocol

What surprises about ingress-nginx, and what relies on it here:

https-redirect-strips-slash: The redirect to https takes one slash off the end (/a/ becomes /a), keeps the method with 308, and happens where the certificate's Secret is missing too.
  To do: Set preserve-trailing-slash where clients mind.
  - events.example

backend-not-verified: HTTPS and GRPCS to backends are not verified, and no server name is sent; all proxy-ssl-* annotations count only beside proxy-ssl-secret.
  To do: Nothing is weaker here than it was; write proxy-ssl-secret and proxy-ssl-verify on where it matters.
  - default/tls

error-page-status: A page of custom-http-errors comes with the status of the error backend, not with the one that it stands for; and an Ingress with the annotation ignores the global list.
  To do: Look that the error backend answers with the status in X-Code.
  - default/pages: custom-http-errors 404,503

long-connections: proxy-read-timeout is the time between two reads, also of WebSockets, server-sent events and gRPC: 60 seconds of silence end them. People raise it for that.
  To do: Look that such connections live as long as they did.
  - default/events: 3600 seconds

forwarded-headers-of-anybody: With use-forwarded-headers, X-Forwarded-For is believed from whoever is in proxy-real-ip-cidr, which is everybody unless set: the client chooses the address that lists and limits look at. Without it, the list of an outer proxy is thrown away.
  To do: Set proxy-real-ip-cidr to the addresses of your proxies.
  - the global ConfigMap

hsts-by-default: Answers over TLS have Strict-Transport-Security for a year, with all subdomains, unless the ConfigMap says hsts false.
  To do: Look whether the answers that you compare have it, and whether it is meant.
  - events.example

values-ignored-in-silence: A value that cannot be read is mostly ignored in silence; a few make the whole Ingress or the path unavailable. Here it is said, and closes the Ingress where access is decided.
  To do: Correct the value; what it asked for was never in effect.
  - default/misread metadata.annotations[nginx.ingress.kubernetes.io/proxy-read-timeout]: 60s (expected: whole seconds without a unit, at least 1)

2 of 5 Ingresses as with ingress-nginx; annotations: 3 same, 1 differ, 3 refused; 7 surprising behaviours
