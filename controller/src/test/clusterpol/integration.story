All three tiers: what the first passes on is decided by the namespace's own policies, and where there is none by the last.

-- policies --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: pass}
spec:
  tier: Admin
  priority: 5
  subject:
    namespaces: {matchLabels: {kubernetes.io/metadata.name: gryffindor}}
  ingress:
  - name: from-slytherin
    action: Accept
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
  egress:
  - name: to-slytherin
    action: Accept
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: gryffindor, name: deny-all}
spec: {podSelector: {}, policyTypes: [Ingress, Egress]}

-- faults --


-- 80/tcp --
* -> * yes
* -> gryffindor/* no
gryffindor/* -> * no
slytherin/* -> gryffindor/* yes
gryffindor/* -> slytherin/* yes

-- then --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: pass}
spec:
  tier: Admin
  priority: 5
  subject:
    namespaces: {matchLabels: {kubernetes.io/metadata.name: gryffindor}}
  ingress:
  - name: from-slytherin
    action: Pass
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
  egress:
  - name: to-slytherin
    action: Pass
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}

-- 80/tcp --
* -> * yes
* -> gryffindor/* no
gryffindor/* -> * no

-- then --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: base}
spec:
  tier: Baseline
  priority: 0
  subject:
    namespaces: {matchLabels: {kubernetes.io/metadata.name: gryffindor}}
  ingress:
  - name: from-slytherin
    action: Accept
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
  - name: from-all
    action: Deny
    from:
    - namespaces: {}

-- 80/tcp --
* -> * yes
* -> gryffindor/* no
gryffindor/* -> * no

-- without --
NetworkPolicy gryffindor/deny-all

-- 80/tcp --
* -> * yes
* -> gryffindor/* no
slytherin/* -> gryffindor/* yes

-- then --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: pass}
spec:
  tier: Admin
  priority: 5
  subject:
    namespaces: {matchLabels: {kubernetes.io/metadata.name: gryffindor}}
  ingress:
  - name: from-slytherin
    action: Deny
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
  egress:
  - name: to-slytherin
    action: Deny
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}

-- 80/tcp --
* -> * yes
* -> gryffindor/* no
gryffindor/* -> slytherin/* no
