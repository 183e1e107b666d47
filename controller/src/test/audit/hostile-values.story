What objects hold stays text, in its line, and says nothing to a terminal or a browser.

-- services --
web 80 10.0.0.1
api 80 10.0.0.2

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: odd
  annotations:
    nginx.ingress.kubernetes.io/rewrite-target: "<script>alert('x')</script>"
    nginx.ingress.kubernetes.io/backend-protocol: "\"><img src=x onerror=alert(1)>"
    nginx.ingress.kubernetes.io/proxy-body-size: "1m\e[2J\nIngress default/odd: same"
    nginx.ingress.kubernetes.io/configuration-snippet: "</td><script src=//evil.example></script>; <b> \u202e;"
    nginx.ingress.kubernetes.io/affinity: "a\u2028b"
    nginx.ingress.kubernetes.io/<b>bold</b>: "&amp;<"
spec:
  ingressClassName: nginx
  rules:
    - host: "odd.example"
      http:
        paths:
          - {path: '/', pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- report --
Ingress default/odd (odd.example): refused
  refused <b>bold</b>: unknown
  differs affinity: a?b (expected: cookie)
  differs backend-protocol: "><img src=x onerror=alert(1)> (expected: HTTP, HTTPS, GRPC or GRPCS)
  refused configuration-snippet: not honoured: text for nginx is never evaluated; instead: text that is no directive: no counterpart here
  differs proxy-body-size: 1m?[2J… (expected: a size such as 512k, 8m or 1g, or 0 for no limit)
  differs rewrite-target: <script>alert('x')</script> (expected: a path with a leading /, of letters, digits and - . _ ~ / : $); nothing is rewritten

What surprises about ingress-nginx, and what relies on it here:

rewrite-without-captures: rewrite-target replaces the whole path, not the part that matched: without captures every path below the rule's becomes the same one.
  To do: If sub-paths are meant to reach the backend, write path /x(/|$)(.*) and rewrite-target /$2.
  - default/odd odd.example Prefix / becomes <script>alert('x')</script>

values-ignored-in-silence: A value that cannot be read is mostly ignored in silence; a few make the whole Ingress or the path unavailable. Here it is said, and closes the Ingress where access is decided.
  To do: Correct the value; what it asked for was never in effect.
  - default/odd metadata.annotations[nginx.ingress.kubernetes.io/affinity]: a?b (expected: cookie)
  - default/odd metadata.annotations[nginx.ingress.kubernetes.io/backend-protocol]: "><img src=x onerror=alert(1)> (expected: HTTP, HTTPS, GRPC or GRPCS)
  - default/odd metadata.annotations[nginx.ingress.kubernetes.io/proxy-body-size]: 1m?[2J… (expected: a size such as 512k, 8m or 1g, or 0 for no limit)
  - default/odd metadata.annotations[nginx.ingress.kubernetes.io/rewrite-target]: <script>alert('x')</script> (expected: a path with a leading /, of letters, digits and - . _ ~ / : $); nothing is rewritten

0 of 1 Ingress as with ingress-nginx; annotations: 0 same, 4 differ, 2 refused; 2 surprising behaviours
