Admin tier, ingress by SCTP: the first rule that matches decides; a port means itself alone; the other direction is untouched.

-- policies --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: ingress-sctp}
spec:
  tier: Admin
  priority: 3
  subject:
    namespaces: {matchLabels: {kubernetes.io/metadata.name: gryffindor}}
  ingress:
  - name: accept-ravenclaw
    action: Accept
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: deny-ravenclaw
    action: Deny
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: pass-ravenclaw
    action: Pass
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: deny-slytherin-at-port
    action: Deny
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    protocols: [{sctp: {destinationPort: {number: 9003}}}]
  - name: pass-slytherin-at-port
    action: Pass
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    protocols: [{sctp: {destinationPort: {number: 9003}}}]
  - name: accept-hufflepuff-at-port
    action: Accept
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}
    protocols: [{sctp: {destinationPort: {number: 9003}}}]
  - name: deny-hufflepuff
    action: Deny
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}

-- faults --


-- 9003/sctp --
* -> * yes
ravenclaw/* -> gryffindor/* yes
slytherin/* -> gryffindor/* no

-- 9005/sctp --
* -> * yes
ravenclaw/* -> gryffindor/* yes
hufflepuff/* -> gryffindor/* no

-- then --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: ingress-sctp}
spec:
  tier: Admin
  priority: 3
  subject:
    namespaces: {matchLabels: {kubernetes.io/metadata.name: gryffindor}}
  ingress:
  - name: deny-ravenclaw
    action: Deny
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: accept-ravenclaw
    action: Accept
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: pass-ravenclaw
    action: Pass
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: deny-slytherin-at-port
    action: Deny
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    protocols: [{sctp: {destinationPort: {number: 9003}}}]
  - name: pass-slytherin-at-port
    action: Pass
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    protocols: [{sctp: {destinationPort: {number: 9003}}}]
  - name: accept-hufflepuff-at-port
    action: Accept
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}
    protocols: [{sctp: {destinationPort: {number: 9003}}}]
  - name: deny-hufflepuff
    action: Deny
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}

-- 9003/sctp --
* -> * yes
ravenclaw/* -> gryffindor/* no
slytherin/* -> gryffindor/* no

-- 9005/sctp --
* -> * yes
ravenclaw/* -> gryffindor/* no
hufflepuff/* -> gryffindor/* no

-- then --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: ingress-sctp}
spec:
  tier: Admin
  priority: 3
  subject:
    namespaces: {matchLabels: {kubernetes.io/metadata.name: gryffindor}}
  ingress:
  - name: pass-ravenclaw
    action: Pass
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: accept-ravenclaw
    action: Accept
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: deny-ravenclaw
    action: Deny
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: deny-slytherin-at-port
    action: Deny
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    protocols: [{sctp: {destinationPort: {number: 9003}}}]
  - name: pass-slytherin-at-port
    action: Pass
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    protocols: [{sctp: {destinationPort: {number: 9003}}}]
  - name: accept-hufflepuff-at-port
    action: Accept
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}
    protocols: [{sctp: {destinationPort: {number: 9003}}}]
  - name: deny-hufflepuff
    action: Deny
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}

-- 9003/sctp --
* -> * yes
ravenclaw/* -> gryffindor/* yes
slytherin/* -> gryffindor/* no

-- 9005/sctp --
* -> * yes
ravenclaw/* -> gryffindor/* yes
hufflepuff/* -> gryffindor/* no

-- then --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: ingress-sctp}
spec:
  tier: Admin
  priority: 3
  subject:
    namespaces: {matchLabels: {kubernetes.io/metadata.name: gryffindor}}
  ingress:
  - name: pass-ravenclaw
    action: Pass
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: accept-ravenclaw
    action: Accept
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: deny-ravenclaw
    action: Deny
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: pass-slytherin-at-port
    action: Pass
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    protocols: [{sctp: {destinationPort: {number: 9003}}}]
  - name: deny-slytherin-at-port
    action: Deny
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    protocols: [{sctp: {destinationPort: {number: 9003}}}]
  - name: accept-hufflepuff-at-port
    action: Accept
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}
    protocols: [{sctp: {destinationPort: {number: 9003}}}]
  - name: deny-hufflepuff
    action: Deny
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}

-- 9003/sctp --
* -> * yes
ravenclaw/* -> gryffindor/* yes
slytherin/* -> gryffindor/* yes

-- 9005/sctp --
* -> * yes
ravenclaw/* -> gryffindor/* yes
hufflepuff/* -> gryffindor/* no
