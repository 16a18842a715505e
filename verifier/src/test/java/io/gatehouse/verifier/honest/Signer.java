package io.gatehouse.verifier.honest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Signs checkpoints as C2SP says, with code of its own. */
public final class Signer {

    private final String name;
    private final int classicalType;
    private final KeyPair classical;
    private final KeyPair postQuantum;

    private Signer(String name, int classicalType) {
        this.name = name;
        this.classicalType = classicalType;
        try {
            classical = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            postQuantum = KeyPairGenerator.getInstance("ML-DSA-44").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Signer log(String origin) {
        return new Signer(origin, 1);
    }

    public static Signer witness(String name) {
        return new Signer(name, 4);
    }

    public List<String> keys() {
        return List.of(key(classicalType, raw(classical, 32)), key(6, raw(postQuantum, 1312)));
    }

    /** The lines that this signer puts under a checkpoint. */
    public String sign(String origin, int size, byte[] root, long time) {
        String text = origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
        byte[] stamp = ByteBuffer.allocate(8).putLong(time).array();
        byte[] first = classicalType == 1
                ? sign("Ed25519", classical, text.getBytes(StandardCharsets.UTF_8))
                : concat(
                        stamp,
                        sign(
                                "Ed25519",
                                classical,
                                ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8)));
        byte[] n = name.getBytes(StandardCharsets.UTF_8);
        byte[] o = origin.getBytes(StandardCharsets.UTF_8);
        byte[] message = concat(
                "subtree/v1\n\0".getBytes(StandardCharsets.UTF_8),
                new byte[] {(byte) n.length},
                n,
                stamp,
                new byte[] {(byte) o.length},
                o,
                new byte[8],
                ByteBuffer.allocate(8).putLong(size).array(),
                root);
        byte[] second = concat(stamp, sign("ML-DSA-44", postQuantum, message));
        return line(classicalType, raw(classical, 32), first) + line(6, raw(postQuantum, 1312), second);
    }

    private String line(int type, byte[] key, byte[] signature) {
        return "\u2014 " + name + " " + Base64.getEncoder().encodeToString(concat(id(type, key), signature)) + "\n";
    }

    private String key(int type, byte[] key) {
        return name + "+" + HexFormat.of().formatHex(id(type, key)) + "+"
                + Base64.getEncoder().encodeToString(concat(new byte[] {(byte) type}, key));
    }

    private byte[] id(int type, byte[] key) {
        byte[] hash = NaiveTree.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), new byte[] {(byte) type}, key);
        return Arrays.copyOf(hash, 4);
    }

    private static byte[] raw(KeyPair pair, int length) {
        byte[] encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - length, encoded.length);
    }

    private static byte[] sign(String algorithm, KeyPair pair, byte[] message) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] concat(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }
}
