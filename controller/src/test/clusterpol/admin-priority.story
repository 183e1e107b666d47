Admin tier: the lower priority is asked first.

-- policies --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: old}
spec:
  tier: Admin
  priority: 50
  subject:
    namespaces: {matchLabels: {kubernetes.io/metadata.name: gryffindor}}
  ingress:
  - name: deny-slytherin
    action: Deny
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
  egress:
  - name: deny-slytherin
    action: Deny
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
---
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: new}
spec:
  tier: Admin
  priority: 60
  subject:
    namespaces: {matchLabels: {kubernetes.io/metadata.name: gryffindor}}
  ingress:
  - name: accept-slytherin
    action: Accept
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
  egress:
  - name: accept-slytherin
    action: Accept
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}

-- faults --


-- 80/tcp --
* -> * yes
slytherin/* -> gryffindor/* no
gryffindor/* -> slytherin/* no

-- then --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: new}
spec:
  tier: Admin
  priority: 40
  subject:
    namespaces: {matchLabels: {kubernetes.io/metadata.name: gryffindor}}
  ingress:
  - name: accept-slytherin
    action: Accept
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
  egress:
  - name: accept-slytherin
    action: Accept
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}

-- 80/tcp --
* -> * yes
