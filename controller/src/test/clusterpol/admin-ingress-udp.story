Admin tier, ingress by UDP: the first rule that matches decides; a port means itself alone; the other direction is untouched.

-- policies --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: ingress-udp}
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
    protocols: [{udp: {destinationPort: {number: 53}}}]
  - name: pass-slytherin-at-port
    action: Pass
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    protocols: [{udp: {destinationPort: {number: 53}}}]
  - name: accept-hufflepuff-at-port
    action: Accept
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}
    protocols: [{udp: {destinationPort: {number: 53}}}]
  - name: deny-hufflepuff
    action: Deny
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}

-- faults --


-- 53/udp --
* -> * yes
ravenclaw/* -> gryffindor/* yes
slytherin/* -> gryffindor/* no

-- 5353/udp --
* -> * yes
ravenclaw/* -> gryffindor/* yes
hufflepuff/* -> gryffindor/* no

-- then --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: ingress-udp}
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
    protocols: [{udp: {destinationPort: {number: 53}}}]
  - name: pass-slytherin-at-port
    action: Pass
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    protocols: [{udp: {destinationPort: {number: 53}}}]
  - name: accept-hufflepuff-at-port
    action: Accept
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}
    protocols: [{udp: {destinationPort: {number: 53}}}]
  - name: deny-hufflepuff
    action: Deny
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}

-- 53/udp --
* -> * yes
ravenclaw/* -> gryffindor/* no
slytherin/* -> gryffindor/* no

-- 5353/udp --
* -> * yes
ravenclaw/* -> gryffindor/* no
hufflepuff/* -> gryffindor/* no

-- then --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: ingress-udp}
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
    protocols: [{udp: {destinationPort: {number: 53}}}]
  - name: pass-slytherin-at-port
    action: Pass
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    protocols: [{udp: {destinationPort: {number: 53}}}]
  - name: accept-hufflepuff-at-port
    action: Accept
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}
    protocols: [{udp: {destinationPort: {number: 53}}}]
  - name: deny-hufflepuff
    action: Deny
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}

-- 53/udp --
* -> * yes
ravenclaw/* -> gryffindor/* yes
slytherin/* -> gryffindor/* no

-- 5353/udp --
* -> * yes
ravenclaw/* -> gryffindor/* yes
hufflepuff/* -> gryffindor/* no

-- then --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: ingress-udp}
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
    protocols: [{udp: {destinationPort: {number: 53}}}]
  - name: deny-slytherin-at-port
    action: Deny
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    protocols: [{udp: {destinationPort: {number: 53}}}]
  - name: accept-hufflepuff-at-port
    action: Accept
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}
    protocols: [{udp: {destinationPort: {number: 53}}}]
  - name: deny-hufflepuff
    action: Deny
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}

-- 53/udp --
* -> * yes
ravenclaw/* -> gryffindor/* yes
slytherin/* -> gryffindor/* yes

-- 5353/udp --
* -> * yes
ravenclaw/* -> gryffindor/* yes
hufflepuff/* -> gryffindor/* no
