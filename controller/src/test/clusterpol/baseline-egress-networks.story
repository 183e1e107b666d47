Baseline tier, ranges of addresses: those of pods count as well.

-- policies --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: networks}
spec:
  tier: Baseline
  priority: 1
  subject:
    namespaces: {matchLabels: {kubernetes.io/metadata.name: gryffindor}}
  egress:
  - name: deny-one
    action: Deny
    to:
    - networks: [10.1.4.1/32]
  - name: accept-ravenclaw
    action: Accept
    to:
    - networks: [10.1.4.0/24]
  - name: deny-the-rest
    action: Deny
    to:
    - networks: [0.0.0.0/0]

-- faults --


-- 80/tcp --
* -> * yes
gryffindor/* -> * no
gryffindor/* -> ravenclaw/luna-lovegood-1 yes
gryffindor/* -> 203.0.113.9 no

-- then --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: networks}
spec:
  tier: Baseline
  priority: 1
  subject:
    namespaces: {matchLabels: {kubernetes.io/metadata.name: gryffindor}}
  egress:
  - name: accept-ravenclaw
    action: Accept
    to:
    - networks: [10.1.4.0/24]
  - name: deny-one
    action: Deny
    to:
    - networks: [10.1.4.1/32]
  - name: deny-the-rest
    action: Deny
    to:
    - networks: [0.0.0.0/0]

-- 80/tcp --
* -> * yes
gryffindor/* -> * no
gryffindor/* -> ravenclaw/* yes
gryffindor/* -> 203.0.113.9 no
gryffindor/* -> 2001:db8::1 yes
