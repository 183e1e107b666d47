What surprises about how far an annotation reaches.

-- services --
web 80 10.0.0.1
api 80 10.0.0.2

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: one
  annotations:
    nginx.ingress.kubernetes.io/app-root: "/home"
    nginx.ingress.kubernetes.io/server-alias: "alias.example"
spec:
  ingressClassName: nginx
  rules:
    - host: "shared.example"
      http:
        paths:
          - {path: '/', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: other
spec:
  ingressClassName: nginx
  rules:
    - host: "shared.example"
      http:
        paths:
          - {path: '/api', pathType: Prefix, backend: {service: {name: api, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: sticky
  annotations:
    nginx.ingress.kubernetes.io/affinity: "cookie"
spec:
  ingressClassName: nginx
  rules:
    - host: "sticky.example"
      http:
        paths:
          - {path: '/', pathType: Prefix, backend: {service: {name: api, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: canary
  annotations:
    nginx.ingress.kubernetes.io/canary: "true"
    nginx.ingress.kubernetes.io/canary-weight: "10"
    nginx.ingress.kubernetes.io/canary-weight-total: "50"
spec:
  ingressClassName: nginx
  rules:
    - host: "shared.example"
      http:
        paths:
          - {path: '/api', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: orphan
  annotations:
    nginx.ingress.kubernetes.io/canary: "true"
    nginx.ingress.kubernetes.io/canary-by-header: "X-Canary"
    nginx.ingress.kubernetes.io/canary-by-header-value: "yes"
spec:
  ingressClassName: nginx
  rules:
    - host: "orphan.example"
      http:
        paths:
          - {path: '/', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: through
  annotations:
    nginx.ingress.kubernetes.io/ssl-passthrough: "true"
spec:
  ingressClassName: nginx
  rules:
    - host: "through.example"
      http:
        paths:
          - {path: '/', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- report --
Ingress default/canary (shared.example): differs
  differs canary: it belongs to the paths that both Ingresses name, not to all that lead to the same Service, and to one namespace
  differs canary-weight-total: 50 (expected: more than 100, which counts instead)
  same canary-weight

Ingress default/one (shared.example): refused
  refused server-alias: not honoured: a host has no second name; instead: a rule for each name, with the same paths
  same app-root

Ingress default/orphan (orphan.example): differs
  differs canary: it belongs to the paths that both Ingresses name, not to all that lead to the same Service, and to one namespace
  same canary-by-header, canary-by-header-value

Ingress default/other (shared.example): same

Ingress default/sticky (sticky.example): differs
  differs affinity: it belongs to the paths of its Ingress, not to all that lead to the same Service; sessions begin anew once, for the cookie is another

Ingress default/through (through.example): refused
  refused ssl-passthrough: not honoured: TLS ends at the gateway; instead: a certificate under spec.tls, and backend-protocol HTTPS where backends speak TLS

What surprises about ingress-nginx, and what relies on it here:

host-wide-annotations: Some annotations hold for the whole host as soon as one Ingress of it has them, for the paths of the others too.
  To do: Look whether the other Ingresses are meant; if so, say it in all of them.
  - app-root of default/one holds for default/other too (shared.example)
  - server-alias of default/one holds for default/other too (shared.example)

service-wide-annotations: Affinity, hashing and canaries belong to the port of a Service: other Ingresses and hosts with the same backend have them too. Here they belong to the Ingress that says so.
  To do: Say it in each Ingress that relies on it.
  - affinity of default/sticky holds for default/other too (default/api:80)
  - the canary default/canary holds for default/sticky too (default/api:80)

canary-without-primary: A canary needs another Ingress with the same host and path; without one it is dropped, and its path answers 404.
  To do: Write the Ingress beside it, or take the canary away.
  - default/orphan orphan.example Prefix /

canary-header-value: With canary-by-header-value a header that says never does not mean never any more: every other value goes on to the cookie and to the weight.
  To do: Look for clients that send never.
  - default/orphan: canary-by-header-value yes

canary-weight-total: canary-weight-total counts only above 100; up to there the weight is a percentage.
  To do: Write the weight as a percentage.
  - default/canary: 50

passthrough-alone: With ssl-passthrough every other annotation of the host has no effect, and the Service's address is asked instead of its pods.
  To do: Take the others away, so that nobody counts on them.
  - default/through

values-ignored-in-silence: A value that cannot be read is mostly ignored in silence; a few make the whole Ingress or the path unavailable. Here it is said, and closes the Ingress where access is decided.
  To do: Correct the value; what it asked for was never in effect.
  - default/canary metadata.annotations[nginx.ingress.kubernetes.io/canary-weight-total]: 50 (expected: more than 100, which counts instead)

1 of 6 Ingresses as with ingress-nginx; annotations: 4 same, 4 differ, 2 refused; 7 surprising behaviours
