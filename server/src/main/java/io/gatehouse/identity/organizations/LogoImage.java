package io.gatehouse.identity.organizations;

import io.gatehouse.kernel.ProblemException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Draws an uploaded PNG anew, so that nothing of the file is kept but its pixels. Size is read before a pixel is: a small
 * file can name an image that fills any memory.
 */
final class LogoImage {

    /** Bytes that a file may have. */
    static final int LARGEST_FILE = 512 * 1024;

    private static final int SMALLEST_SIDE = 16;
    private static final int LARGEST_SIDE = 1024;
    private static final int DRAWN_SIDE = 128;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private LogoImage() {}

    /**
     * The image as a new PNG, no side longer than 128 pixels.
     *
     * @throws ProblemException when the file is no PNG of a size that is taken
     */
    static byte[] redrawn(byte[] file) {
        if (file.length > LARGEST_FILE) {
            throw wrong("must have at most 512 KiB");
        }
        if (!Arrays.equals(file, 0, Math.min(file.length, SIGNATURE.length), SIGNATURE, 0, SIGNATURE.length)) {
            throw wrong("must be a PNG image");
        }
        try {
            return written(fitted(read(file)));
        } catch (IOException | RuntimeException e) {
            // The reader fails in many ways on a broken file; each means the same.
            throw e instanceof ProblemException problem ? problem : wrong("is a broken PNG image");
        }
    }

    private static BufferedImage read(byte[] file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (MemoryCacheImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            // Without its texts and profiles, which may be compressed a thousandfold.
            reader.setInput(input, true, true);
            checkSide(reader.getWidth(0));
            checkSide(reader.getHeight(0));
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static void checkSide(int pixels) {
        if (pixels < SMALLEST_SIDE || pixels > LARGEST_SIDE) {
            throw wrong("must be 16 to 1,024 pixels wide and high");
        }
    }

    private static BufferedImage fitted(BufferedImage image) {
        double factor = Math.min(1.0, (double) DRAWN_SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
        BufferedImage fitted = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = fitted.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            pen.drawImage(image, 0, 0, width, height, null);
        } finally {
            pen.dispose();
        }
        return fitted;
    }

    private static byte[] written(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", output);
        }
        return bytes.toByteArray();
    }

    private static ProblemException wrong(String why) {
        return ProblemException.invalid("png", why);
    }
}
