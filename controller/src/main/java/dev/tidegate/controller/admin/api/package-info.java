/// The JSON API of the admin listener: what is served, what is wrong, and why. It reads, and changes nothing.
///
/// Reading order: [Api] mounts the paths; [ApiGuard] says who may ask; [Moment] is what an answer is made of, so that
/// no answer mixes two tables; [JsonAnswer] makes it on a worker; then one class for each path. [Replicas] knows the
/// other replicas, and [ReplicaProxy] passes requests on to them.
@NullMarked
package dev.tidegate.controller.admin.api;

import org.jspecify.annotations.NullMarked;
