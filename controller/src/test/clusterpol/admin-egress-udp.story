Admin tier, egress by UDP: the first rule that matches decides; a port means itself alone; the other direction is untouched.

-- policies --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: egress-udp}
spec:
  tier: Admin
  priority: 3
  subject:
    namespaces: {matchLabels: {kubernetes.io/metadata.name: gryffindor}}
  egress:
  - name: accept-ravenclaw
    action: Accept
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: deny-ravenclaw
    action: Deny
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: pass-ravenclaw
    action: Pass
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: deny-slytherin-at-port
    action: Deny
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    protocols: [{udp: {destinationPort: {number: 53}}}]
  - name: pass-slytherin-at-port
    action: Pass
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    protocols: [{udp: {destinationPort: {number: 53}}}]
  - name: accept-hufflepuff-at-port
    action: Accept
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}
    protocols: [{udp: {destinationPort: {number: 53}}}]
  - name: deny-hufflepuff
    action: Deny
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}

-- faults --


-- 53/udp --
* -> * yes
gryffindor/* -> ravenclaw/* yes
gryffindor/* -> slytherin/* no

-- 5353/udp --
* -> * yes
gryffindor/* -> ravenclaw/* yes
gryffindor/* -> hufflepuff/* no

-- then --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: egress-udp}
spec:
  tier: Admin
  priority: 3
  subject:
    namespaces: {matchLabels: {kubernetes.io/metadata.name: gryffindor}}
  egress:
  - name: deny-ravenclaw
    action: Deny
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: accept-ravenclaw
    action: Accept
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: pass-ravenclaw
    action: Pass
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: deny-slytherin-at-port
    action: Deny
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    protocols: [{udp: {destinationPort: {number: 53}}}]
  - name: pass-slytherin-at-port
    action: Pass
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    protocols: [{udp: {destinationPort: {number: 53}}}]
  - name: accept-hufflepuff-at-port
    action: Accept
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}
    protocols: [{udp: {destinationPort: {number: 53}}}]
  - name: deny-hufflepuff
    action: Deny
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}

-- 53/udp --
* -> * yes
gryffindor/* -> ravenclaw/* no
gryffindor/* -> slytherin/* no

-- 5353/udp --
* -> * yes
gryffindor/* -> ravenclaw/* no
gryffindor/* -> hufflepuff/* no

-- then --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: egress-udp}
spec:
  tier: Admin
  priority: 3
  subject:
    namespaces: {matchLabels: {kubernetes.io/metadata.name: gryffindor}}
  egress:
  - name: pass-ravenclaw
    action: Pass
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: accept-ravenclaw
    action: Accept
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: deny-ravenclaw
    action: Deny
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: deny-slytherin-at-port
    action: Deny
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    protocols: [{udp: {destinationPort: {number: 53}}}]
  - name: pass-slytherin-at-port
    action: Pass
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    protocols: [{udp: {destinationPort: {number: 53}}}]
  - name: accept-hufflepuff-at-port
    action: Accept
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}
    protocols: [{udp: {destinationPort: {number: 53}}}]
  - name: deny-hufflepuff
    action: Deny
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}

-- 53/udp --
* -> * yes
gryffindor/* -> ravenclaw/* yes
gryffindor/* -> slytherin/* no

-- 5353/udp --
* -> * yes
gryffindor/* -> ravenclaw/* yes
gryffindor/* -> hufflepuff/* no

-- then --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: egress-udp}
spec:
  tier: Admin
  priority: 3
  subject:
    namespaces: {matchLabels: {kubernetes.io/metadata.name: gryffindor}}
  egress:
  - name: pass-ravenclaw
    action: Pass
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: accept-ravenclaw
    action: Accept
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: deny-ravenclaw
    action: Deny
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: pass-slytherin-at-port
    action: Pass
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    protocols: [{udp: {destinationPort: {number: 53}}}]
  - name: deny-slytherin-at-port
    action: Deny
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    protocols: [{udp: {destinationPort: {number: 53}}}]
  - name: accept-hufflepuff-at-port
    action: Accept
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}
    protocols: [{udp: {destinationPort: {number: 53}}}]
  - name: deny-hufflepuff
    action: Deny
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}

-- 53/udp --
* -> * yes
gryffindor/* -> ravenclaw/* yes
gryffindor/* -> slytherin/* yes

-- 5353/udp --
* -> * yes
gryffindor/* -> ravenclaw/* yes
gryffindor/* -> hufflepuff/* no
