Admin tier, ingress by TCP: the first rule that matches decides; a port means itself alone; the other direction is untouched.

-- policies --
apiVersion: policy.networking.k8s.io/v1alpha1
kind: AdminNetworkPolicy
metadata: {name: ingress-tcp}
spec:
  priority: 3
  subject:
    namespaces: {matchLabels: {kubernetes.io/metadata.name: gryffindor}}
  ingress:
  - name: accept-ravenclaw
    action: Allow
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
    ports: [{portNumber: {protocol: TCP, port: 80}}]
  - name: pass-slytherin-at-port
    action: Pass
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    ports: [{portNumber: {protocol: TCP, port: 80}}]
  - name: accept-hufflepuff-at-port
    action: Allow
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}
    ports: [{portNumber: {protocol: TCP, port: 80}}]
  - name: deny-hufflepuff
    action: Deny
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}

-- faults --


-- 80/tcp --
* -> * yes
ravenclaw/* -> gryffindor/* yes
slytherin/* -> gryffindor/* no

-- 8080/tcp --
* -> * yes
ravenclaw/* -> gryffindor/* yes
hufflepuff/* -> gryffindor/* no

-- then --
apiVersion: policy.networking.k8s.io/v1alpha1
kind: AdminNetworkPolicy
metadata: {name: ingress-tcp}
spec:
  priority: 3
  subject:
    namespaces: {matchLabels: {kubernetes.io/metadata.name: gryffindor}}
  ingress:
  - name: deny-ravenclaw
    action: Deny
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: accept-ravenclaw
    action: Allow
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
    ports: [{portNumber: {protocol: TCP, port: 80}}]
  - name: pass-slytherin-at-port
    action: Pass
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    ports: [{portNumber: {protocol: TCP, port: 80}}]
  - name: accept-hufflepuff-at-port
    action: Allow
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}
    ports: [{portNumber: {protocol: TCP, port: 80}}]
  - name: deny-hufflepuff
    action: Deny
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}

-- 80/tcp --
* -> * yes
ravenclaw/* -> gryffindor/* no
slytherin/* -> gryffindor/* no

-- 8080/tcp --
* -> * yes
ravenclaw/* -> gryffindor/* no
hufflepuff/* -> gryffindor/* no

-- then --
apiVersion: policy.networking.k8s.io/v1alpha1
kind: AdminNetworkPolicy
metadata: {name: ingress-tcp}
spec:
  priority: 3
  subject:
    namespaces: {matchLabels: {kubernetes.io/metadata.name: gryffindor}}
  ingress:
  - name: pass-ravenclaw
    action: Pass
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: accept-ravenclaw
    action: Allow
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
    ports: [{portNumber: {protocol: TCP, port: 80}}]
  - name: pass-slytherin-at-port
    action: Pass
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    ports: [{portNumber: {protocol: TCP, port: 80}}]
  - name: accept-hufflepuff-at-port
    action: Allow
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}
    ports: [{portNumber: {protocol: TCP, port: 80}}]
  - name: deny-hufflepuff
    action: Deny
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}

-- 80/tcp --
* -> * yes
ravenclaw/* -> gryffindor/* yes
slytherin/* -> gryffindor/* no

-- 8080/tcp --
* -> * yes
ravenclaw/* -> gryffindor/* yes
hufflepuff/* -> gryffindor/* no

-- then --
apiVersion: policy.networking.k8s.io/v1alpha1
kind: AdminNetworkPolicy
metadata: {name: ingress-tcp}
spec:
  priority: 3
  subject:
    namespaces: {matchLabels: {kubernetes.io/metadata.name: gryffindor}}
  ingress:
  - name: pass-ravenclaw
    action: Pass
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: accept-ravenclaw
    action: Allow
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
    ports: [{portNumber: {protocol: TCP, port: 80}}]
  - name: deny-slytherin-at-port
    action: Deny
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    ports: [{portNumber: {protocol: TCP, port: 80}}]
  - name: accept-hufflepuff-at-port
    action: Allow
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}
    ports: [{portNumber: {protocol: TCP, port: 80}}]
  - name: deny-hufflepuff
    action: Deny
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}

-- 80/tcp --
* -> * yes
ravenclaw/* -> gryffindor/* yes
slytherin/* -> gryffindor/* yes

-- 8080/tcp --
* -> * yes
ravenclaw/* -> gryffindor/* yes
hufflepuff/* -> gryffindor/* no
