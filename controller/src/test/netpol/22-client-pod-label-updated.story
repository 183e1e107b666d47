A pod is let in once it has the label.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: allow-pod2}
spec:
  podSelector: {matchLabels: {pod: a}}
  ingress:
  - from:
    - podSelector: {matchLabels: {pod2: updated}}

-- 80/tcp --
* -> * yes
* -> x/a no

-- then --
apiVersion: v1
kind: Pod
metadata: {namespace: x, name: b, labels: {pod: b, pod2: updated}}
status: {podIP: 10.0.1.2}

-- 80/tcp --
* -> * yes
* -> x/a no
x/b -> x/a yes
