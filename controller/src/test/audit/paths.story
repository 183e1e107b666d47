What surprises about paths, each with those who rely on it.

-- services --
web 80 10.0.0.1
api 80 10.0.0.2

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: rewriting
  annotations:
    nginx.ingress.kubernetes.io/rewrite-target: "/app"
spec:
  ingressClassName: nginx
  rules:
    - host: "mixed.example"
      http:
        paths:
          - {path: '/old', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: beside
spec:
  ingressClassName: nginx
  rules:
    - host: "mixed.example"
      http:
        paths:
          - {path: '/Cart', pathType: Exact, backend: {service: {name: web, port: {number: 80}}}}
          - {path: '/api/', pathType: Prefix, backend: {service: {name: api, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: slashes
spec:
  ingressClassName: nginx
  rules:
    - host: "slashes.example"
      http:
        paths:
          - {path: '/docs/', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: '/', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: expressions
  annotations:
    nginx.ingress.kubernetes.io/use-regex: "true"
    nginx.ingress.kubernetes.io/affinity: "cookie"
spec:
  ingressClassName: nginx
  rules:
    - host: "regex.example"
      http:
        paths:
          - {path: '/id/[0-9]+', pathType: ImplementationSpecific, backend: {service: {name: web, port: {number: 80}}}}
          - {path: '/end/[a-z]+$', pathType: ImplementationSpecific, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: rootless
  annotations:
    nginx.ingress.kubernetes.io/auth-url: "https://auth.example.com/"
spec:
  ingressClassName: nginx
  rules:
    - host: "rootless.example"
      http:
        paths:
          - {path: '/admin', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: wild
spec:
  ingressClassName: nginx
  rules:
    - host: "*.wild.example"
      http:
        paths:
          - {path: '/', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- report --
Ingress default/beside (mixed.example): same

Ingress default/expressions (regex.example): differs
  differs affinity: it belongs to the paths of its Ingress, not to all that lead to the same Service; sessions begin anew once, for the cookie is another
  differs use-regex: expressions are RE2's, which take linear time, and what they cannot say is refused; they see the path as it is forwarded, so %2F is no slash to them

Ingress default/rewriting (mixed.example): same
  same rewrite-target

Ingress default/rootless (rootless.example): refused
  refused auth-url: not honoured, and it decides access, so closed: no other service is asked who may come in; instead: a proxy that asks, as oauth2-proxy, as the rule's backend

Ingress default/slashes (slashes.example): same

Ingress default/wild (*.wild.example): same

What surprises about ingress-nginx, and what relies on it here:

regex-host: One Ingress with use-regex or rewrite-target turns all paths of its host, also those of other Ingresses, into regular expressions: case does not count, and Exact and Prefix take whatever begins so (/foo takes /Foo and /foobar).
  To do: Ask for such a path of each host; where nobody needs it, move the Ingress to a host of its own.
  - default/beside mixed.example Exact /Cart (by default/rewriting)
  - default/beside mixed.example Prefix /api/ (by default/rewriting)

rewrite-without-captures: rewrite-target replaces the whole path, not the part that matched: without captures every path below the rule's becomes the same one.
  To do: If sub-paths are meant to reach the backend, write path /x(/|$)(.*) and rewrite-target /$2.
  - default/rewriting mixed.example Prefix /old becomes /app

open-ended-regex: Regular expressions are anchored at their beginning only: /id/[0-9]+ takes /id/7/secret too; and of several that fit the longest text wins, not the most exact.
  To do: End the pattern with $ where it has to end.
  - default/expressions regex.example ImplementationSpecific /id/[0-9]+

slash-redirect: A rule for /foo/ answers a request for /foo with 301 to /foo/; not so on a host of regular expressions.
  To do: Add a rule for the path without the slash if its clients do not follow redirects.
  - default/slashes slashes.example Prefix /docs/

implicit-root: A host without a rule for / gets one that has all annotations of its oldest Ingress: what no rule takes is answered with a redirect, 401 or 403 instead of 404.
  To do: Ask the host for a path that nobody has.
  - rootless.example (of default/rootless)

one-label-wildcard: A wildcard host stands for exactly one label: *.a.example takes x.a.example, not x.y.a.example and not a.example.
  To do: Nothing; it is the same here, and with all that keep to Ingress v1.
  - *.wild.example

cookie-path-with-regex: The path of the session cookie is the rule's; where that is a regular expression, browsers never send the cookie back, and nothing sticks.
  To do: Set session-cookie-path.
  - default/expressions regex.example ImplementationSpecific /end/[a-z]+$
  - default/expressions regex.example ImplementationSpecific /id/[0-9]+

service-wide-annotations: Affinity, hashing and canaries belong to the port of a Service: other Ingresses and hosts with the same backend have them too. Here they belong to the Ingress that says so.
  To do: Say it in each Ingress that relies on it.
  - affinity of default/expressions holds for default/beside, default/rewriting, default/rootless, default/slashes, default/wild too (default/web:80)

4 of 6 Ingresses as with ingress-nginx; annotations: 1 same, 2 differ, 1 refused; 8 surprising behaviours
