package io.gatehouse.verifier.note;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.encoding.StrictBase64;
import java.nio.ByteBuffer;

/**
 * One signature line.
 *
 * @param keyId which of the signer's keys made it
 * @param bytes the signature itself, a time before it where the type has one
 */
record NoteSignature(String name, int keyId, byte[] bytes) {

    private static final String MARK = "— ";

    static NoteSignature parse(String line) throws MalformedException {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(MARK)
                || space < MARK.length()
                || !VerifierKey.isName(line.substring(MARK.length(), space))) {
            throw new MalformedException("a signature must be \"— <name> <Base64>\"");
        }
        ByteBuffer content = ByteBuffer.wrap(StrictBase64.decode(line.substring(space + 1)));
        if (content.remaining() <= Integer.BYTES) {
            throw new MalformedException("a signature is too short");
        }
        int keyId = content.getInt();
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        return new NoteSignature(line.substring(MARK.length(), space), keyId, bytes);
    }

    boolean isBy(VerifierKey key) {
        return name.equals(key.name()) && keyId == key.id();
    }

    String line() {
        byte[] content = ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(keyId)
                .put(bytes)
                .array();
        return MARK + name + " " + StrictBase64.encode(content);
    }
}
