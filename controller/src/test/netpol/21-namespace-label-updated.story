A namespace is let in once it has the label.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: allow-ns2}
spec:
  podSelector: {matchLabels: {pod: a}}
  ingress:
  - from:
    - namespaceSelector: {matchLabels: {ns2: updated}}

-- 80/tcp --
* -> * yes
* -> x/a no

-- then --
apiVersion: v1
kind: Namespace
metadata: {name: y, labels: {ns: y, ns2: updated}}

-- 80/tcp --
* -> * yes
* -> x/a no
y/* -> x/a yes
