package io.gatehouse.identity.organizations;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** PNG files as people have them, and as attackers make them. */
final class Pngs {

    private static final int HEADER_END = 33;

    private Pngs() {}

    static byte[] plain(int width, int height, Color color) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(color);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A sound file but for the size that its header names. */
    static byte[] claiming(int width, int height) {
        byte[] file = plain(32, 32, Color.RED);
        ByteBuffer header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(file, 24, 5);
        System.arraycopy(header.array(), 0, file, 12, 17);
        ByteBuffer.wrap(file, 29, 4).putInt(checksum(header.array()));
        return file;
    }

    /** With a chunk behind the header. */
    static byte[] with(byte[] file, String type, byte[] content) {
        byte[] typed = ByteBuffer.allocate(4 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
        return ByteBuffer.allocate(file.length + 12 + content.length)
                .put(file, 0, HEADER_END)
                .putInt(content.length)
                .put(typed)
                .putInt(checksum(typed))
                .put(file, HEADER_END, file.length - HEADER_END)
                .array();
    }

    /** A compressed text of that many zeroes. */
    static byte[] compressedText(int size) {
        Deflater deflater = new Deflater();
        deflater.setInput(new byte[size]);
        deflater.finish();
        byte[] packed = new byte[size / 100 + 100];
        int length = deflater.deflate(packed);
        deflater.end();
        return ByteBuffer.allocate(10 + length)
                .put("Comment".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 0)
                .put((byte) 0)
                .put(packed, 0, length)
                .array();
    }

    private static int checksum(byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        return (int) checksum.getValue();
    }
}
