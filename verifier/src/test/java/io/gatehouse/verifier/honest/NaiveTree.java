package io.gatehouse.verifier.honest;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** A tree as RFC 6962 section 2.1 defines it, by recursion, without any cleverness. */
public final class NaiveTree {

    private final List<byte[]> leaves = new ArrayList<>();

    public void add(byte[] leaf) {
        leaves.add(leaf);
    }

    public int size() {
        return leaves.size();
    }

    public byte[] leaf(int index) {
        return leaves.get(index);
    }

    public byte[] root(int size) {
        return size == 0 ? sha256() : hash(0, size);
    }

    public byte[] subtree(int from, int to) {
        return hash(from, to);
    }

    /** PATH(m, D[n]). */
    public List<byte[]> inclusion(int index, int size) {
        return path(index, 0, size);
    }

    /** PROOF(m, D[n]). */
    public List<byte[]> consistency(int from, int size) {
        return from == 0 || from == size ? List.of() : subproof(from, 0, size, true);
    }

    private byte[] hash(int from, int to) {
        if (to - from == 1) {
            return leaves.get(from);
        }
        int middle = from + split(to - from);
        return sha256(new byte[] {1}, hash(from, middle), hash(middle, to));
    }

    private List<byte[]> path(int index, int from, int to) {
        if (to - from == 1) {
            return new ArrayList<>();
        }
        int middle = from + split(to - from);
        List<byte[]> path = index < middle ? path(index, from, middle) : path(index, middle, to);
        path.add(index < middle ? hash(middle, to) : hash(from, middle));
        return path;
    }

    private List<byte[]> subproof(int size, int from, int to, boolean known) {
        if (size == to - from) {
            return known ? new ArrayList<>() : new ArrayList<>(List.of(hash(from, to)));
        }
        int left = split(to - from);
        int middle = from + left;
        List<byte[]> proof =
                size <= left ? subproof(size, from, middle, known) : subproof(size - left, middle, to, false);
        proof.add(size <= left ? hash(middle, to) : hash(from, middle));
        return proof;
    }

    /** The largest power of two below a number. */
    private static int split(int count) {
        int split = 1;
        while (split * 2 < count) {
            split *= 2;
        }
        return split;
    }

    public static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
