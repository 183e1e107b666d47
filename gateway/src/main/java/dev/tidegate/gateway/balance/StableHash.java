package dev.tidegate.gateway.balance;

import org.jspecify.annotations.Nullable;

/// 64 bits of a text, the same in each process and for ever: replicas send one key to one endpoint.
///
/// It scatters well and keeps no secret: whoever chooses their own keys can aim at an endpoint, as with ingress-nginx.
/// How: FNV-1a over the characters, and the finishing steps of MurmurHash3, whose every bit hangs on all of them.
public final class StableHash {

    static final long SEED = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    private StableHash() {}

    public static long of(String text) {
        return finish(extend(SEED, text));
    }

    /// The unfinished hash of a text followed by another.
    static long extend(long hash, @Nullable CharSequence text) {
        if (text == null) {
            return hash;
        }
        long extended = hash;
        for (int i = 0; i < text.length(); i++) {
            extended = (extended ^ text.charAt(i)) * PRIME;
        }
        return extended;
    }

    static long finish(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
