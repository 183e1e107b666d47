Admin tier, both directions at once.

-- policies --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: gress}
spec:
  tier: Admin
  priority: 15
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
  - name: deny-slytherin-web
    action: Deny
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    protocols: [{tcp: {destinationPort: {number: 80}}}]
  - name: deny-slytherin-dns
    action: Deny
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    protocols: [{udp: {destinationPort: {number: 53}}}]
  - name: accept-hufflepuff-web
    action: Accept
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}
    protocols: [{tcp: {destinationPort: {number: 8080}}}]
  - name: accept-hufflepuff-dns
    action: Accept
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}
    protocols: [{udp: {destinationPort: {number: 5353}}}]
  - name: accept-hufflepuff-sctp
    action: Accept
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}
    protocols: [{sctp: {destinationPort: {number: 9003}}}]
  - name: deny-hufflepuff
    action: Deny
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}
  egress:
  - name: accept-ravenclaw
    action: Accept
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: deny-ravenclaw
    action: Deny
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: deny-slytherin-web
    action: Deny
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    protocols: [{tcp: {destinationPort: {number: 80}}}]
  - name: deny-slytherin-dns
    action: Deny
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    protocols: [{udp: {destinationPort: {number: 53}}}]
  - name: accept-hufflepuff-web
    action: Accept
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}
    protocols: [{tcp: {destinationPort: {number: 8080}}}]
  - name: accept-hufflepuff-dns
    action: Accept
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}
    protocols: [{udp: {destinationPort: {number: 5353}}}]
  - name: accept-hufflepuff-sctp
    action: Accept
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}
    protocols: [{sctp: {destinationPort: {number: 9003}}}]
  - name: deny-hufflepuff
    action: Deny
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}

-- faults --


-- 80/tcp --
* -> * yes
slytherin/* -> gryffindor/* no
gryffindor/* -> slytherin/* no
hufflepuff/* -> gryffindor/* no
gryffindor/* -> hufflepuff/* no

-- 8080/tcp --
* -> * yes

-- 53/udp --
* -> * yes
slytherin/* -> gryffindor/* no
gryffindor/* -> slytherin/* no
hufflepuff/* -> gryffindor/* no
gryffindor/* -> hufflepuff/* no

-- 5353/udp --
* -> * yes

-- 9003/sctp --
* -> * yes

-- 9005/sctp --
* -> * yes
hufflepuff/* -> gryffindor/* no
gryffindor/* -> hufflepuff/* no

-- then --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: gress}
spec:
  tier: Admin
  priority: 15
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
  - name: deny-slytherin-web
    action: Deny
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    protocols: [{tcp: {destinationPort: {number: 80}}}]
  - name: deny-slytherin-dns
    action: Deny
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    protocols: [{udp: {destinationPort: {number: 53}}}]
  - name: accept-hufflepuff-web
    action: Accept
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}
    protocols: [{tcp: {destinationPort: {number: 8080}}}]
  - name: accept-hufflepuff-dns
    action: Accept
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}
    protocols: [{udp: {destinationPort: {number: 5353}}}]
  - name: accept-hufflepuff-sctp
    action: Accept
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}
    protocols: [{sctp: {destinationPort: {number: 9003}}}]
  - name: deny-hufflepuff
    action: Deny
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}
  egress:
  - name: deny-ravenclaw
    action: Deny
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: accept-ravenclaw
    action: Accept
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: deny-slytherin-web
    action: Deny
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    protocols: [{tcp: {destinationPort: {number: 80}}}]
  - name: deny-slytherin-dns
    action: Deny
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    protocols: [{udp: {destinationPort: {number: 53}}}]
  - name: accept-hufflepuff-web
    action: Accept
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}
    protocols: [{tcp: {destinationPort: {number: 8080}}}]
  - name: accept-hufflepuff-dns
    action: Accept
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}
    protocols: [{udp: {destinationPort: {number: 5353}}}]
  - name: accept-hufflepuff-sctp
    action: Accept
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}
    protocols: [{sctp: {destinationPort: {number: 9003}}}]
  - name: deny-hufflepuff
    action: Deny
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}

-- 8080/tcp --
* -> * yes
ravenclaw/* -> gryffindor/* no
gryffindor/* -> ravenclaw/* no

-- 9003/sctp --
* -> * yes
ravenclaw/* -> gryffindor/* no
gryffindor/* -> ravenclaw/* no
