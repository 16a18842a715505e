package io.gatehouse.testkit.fleet.load;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** Packs requests with one deflater that is used again and again: making one costs more than a small request. */
final class Packer implements AutoCloseable {
    private final Deflater deflater = new Deflater();
    private final byte[] buffer = new byte[4096];

    byte[] pack(byte[] body) {
        deflater.reset();
        deflater.setInput(body);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 2 + 32);
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        deflater.end();
    }
}
