Snippets are never evaluated: what is said names the directives in them, each with the typed setting that does the same.
One that lets some in and keeps others out closes the Ingress.

-- services --
web 80 10.0.0.1

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: headers
  annotations:
    nginx.ingress.kubernetes.io/configuration-snippet: |
      # security headers
      more_set_headers "X-Frame-Options: DENY";
      more_clear_headers Server;
      proxy_set_header X-Request-Start "t=${msec}";
      proxy_cache_valid 200 1m;
spec:
  ingressClassName: tidegate
  rules:
    - host: "headers.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: redirects
  annotations:
    nginx.ingress.kubernetes.io/server-snippet: |
      rewrite ^/old$ /new permanent;
      location /blog { return 302 https://blog.example$request_uri; }
spec:
  ingressClassName: tidegate
  rules:
    - host: "redirects.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: robots
  annotations:
    nginx.ingress.kubernetes.io/configuration-snippet: |
      if ($http_user_agent ~* "(bot|spider)") {
        return 403;
      }
spec:
  ingressClassName: tidegate
  rules:
    - host: "robots.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: odd
  annotations:
    nginx.ingress.kubernetes.io/configuration-snippet: "<script>alert('x')</script>\n\e[2J;"
    nginx.ingress.kubernetes.io/stream-snippet: "server { listen 9000; proxy_pass db:5432; }"
    nginx.ingress.kubernetes.io/modsecurity-snippet: "SecRuleEngine DetectionOnly"
    ingress.kubernetes.io/rewrite-target: "/"
spec:
  ingressClassName: tidegate
  rules:
    - host: "odd.example"
      http:
        paths:
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}

-- requests --
GET http://headers.example/ → default/headers rules[0].paths[0] → default/web:80
GET http://redirects.example/ → default/redirects rules[0].paths[0] → default/web:80
GET http://robots.example/ → default/robots rules[0].paths[0] → 503 access-undecidable
GET http://odd.example/ → default/odd rules[0].paths[0] → 503 access-undecidable

-- table --
host headers.example
  Prefix / → default/web:80 (default/headers rules[0].paths[0])
host odd.example
  Prefix / → access-undecidable: Ingress default/odd is closed, as the annotation modsecurity-snippet is not honoured (default/odd rules[0].paths[0])
host redirects.example
  Prefix / → default/web:80 (default/redirects rules[0].paths[0])
host robots.example
  Prefix / → access-undecidable: Ingress default/robots is closed, as the annotation configuration-snippet is not honoured (default/robots rules[0].paths[0])
backend default/web:80 HTTP 10.0.0.1:8080

-- diagnostics --
warning Ingress default/headers metadata.annotations[nginx.ingress.kubernetes.io/configuration-snippet]: not honoured: configuration-snippet: text for nginx is never evaluated; instead: more_set_headers: custom-headers (not honoured yet), or the ConfigMap's add-headers (not honoured yet); more_clear_headers: the ConfigMap's hide-headers; proxy_set_header: the ConfigMap's proxy-set-headers (not honoured yet); proxy_cache_valid: no counterpart: a cache before the gateway, or in the backend (UnsupportedAnnotation)
warning Ingress default/odd metadata.annotations[ingress.kubernetes.io/rewrite-target]: a prefix that is not read; instead: nginx.ingress.kubernetes.io/rewrite-target (UnsupportedAnnotation)
warning Ingress default/odd metadata.annotations[nginx.ingress.kubernetes.io/configuration-snippet]: not honoured: configuration-snippet: text for nginx is never evaluated; instead: text that is no directive: no counterpart here (UnsupportedAnnotation)
error Ingress default/odd metadata.annotations[nginx.ingress.kubernetes.io/modsecurity-snippet]: not honoured, and it decides access, so closed: modsecurity-snippet: there is no web application firewall here; instead: a firewall before the gateway (UnsupportedAnnotation)
warning Ingress default/odd metadata.annotations[nginx.ingress.kubernetes.io/stream-snippet]: not honoured: stream-snippet: text for nginx is never evaluated; instead: server: a rule of its own for the host; listen: a Service of type LoadBalancer of its own, for what is not HTTP; proxy_pass: a Service of type ExternalName as the rule's backend (UnsupportedAnnotation)
warning Ingress default/redirects metadata.annotations[nginx.ingress.kubernetes.io/server-snippet]: not honoured: server-snippet: text for nginx is never evaluated; instead: rewrite: permanent-redirect, or rewrite-target with a whole URL; location: a path of its own in the Ingress; return: temporal-redirect, or app-root for the root alone (UnsupportedAnnotation)
error Ingress default/robots metadata.annotations[nginx.ingress.kubernetes.io/configuration-snippet]: not honoured, and it decides access, so closed: configuration-snippet: text for nginx is never evaluated; instead: if: the ConfigMap's block-user-agents (not honoured yet); return: a path of its own, with denylist-source-range 0.0.0.0/0,::/0 or a Service that answers so (UnsupportedAnnotation)
