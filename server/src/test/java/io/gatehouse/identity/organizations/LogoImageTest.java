package io.gatehouse.identity.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.kernel.ProblemException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What is kept of an uploaded picture: its pixels, and never what else was in the file. */
final class LogoImageTest {

    private static final String SECRET = "<script>alert(1)</script>";
    private static final int BROKEN_FILES = 300;

    @Test
    void keepsThePixelsInItsOwnSize() throws IOException {
        BufferedImage small = drawn(Pngs.plain(40, 20, Color.BLUE));
        assertThat(small.getWidth()).isEqualTo(40);
        assertThat(small.getRGB(20, 10)).isEqualTo(Color.BLUE.getRGB());
        BufferedImage large = drawn(Pngs.plain(1000, 500, Color.BLUE));
        assertThat(large.getWidth()).isEqualTo(128);
        assertThat(large.getHeight()).isEqualTo(64);
    }

    @Test
    void keepsNothingElseOfTheFile() {
        byte[] file = Pngs.plain(32, 32, Color.GREEN);
        byte[] text = ("Comment\0" + SECRET).getBytes(StandardCharsets.ISO_8859_1);
        byte[] hiding = Pngs.with(file, "tEXt", text);
        byte[] appended = Arrays.copyOf(hiding, hiding.length + text.length);
        System.arraycopy(text, 0, appended, hiding.length, text.length);
        assertThat(new String(LogoImage.redrawn(appended), StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
        assertThat(LogoImage.redrawn(appended)).isEqualTo(LogoImage.redrawn(file));
    }

    @Test
    void doesNotInflateTexts() {
        byte[] bomb = Pngs.with(Pngs.plain(32, 32, Color.GREEN), "zTXt", Pngs.compressedText(100_000_000 / 4));
        assertThat(LogoImage.redrawn(bomb)).isEqualTo(LogoImage.redrawn(Pngs.plain(32, 32, Color.GREEN)));
    }

    @Test
    void refusesSizesBeforeItReadsAPixel() {
        assertRefused(Pngs.claiming(30_000, 30_000), "16 to 1,024 pixels");
        assertRefused(Pngs.claiming(Integer.MAX_VALUE, 1), "16 to 1,024 pixels");
        assertRefused(Pngs.plain(1025, 100, Color.RED), "16 to 1,024 pixels");
        assertRefused(Pngs.plain(15, 100, Color.RED), "16 to 1,024 pixels");
        assertRefused(new byte[LogoImage.LARGEST_FILE + 1], "at most 512 KiB");
    }

    @Test
    void refusesWhatIsNoPng() {
        assertRefused(new byte[0], "must be a PNG");
        assertRefused("<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8), "must be a PNG");
        assertRefused("GIF89a".getBytes(StandardCharsets.UTF_8), "must be a PNG");
        assertRefused(Arrays.copyOf(Pngs.plain(32, 32, Color.RED), 20), "broken");
        assertRefused(Pngs.claiming(1024, 1024), "broken");
    }

    /** 300 files of one to eight changed bytes: each is drawn or refused, and nothing else happens. */
    @Test
    void survivesBrokenFiles() {
        Random random = new Random(7);
        for (int i = 0; i < BROKEN_FILES; i++) {
            byte[] file = Pngs.plain(40, 30, Color.ORANGE);
            for (int change = random.nextInt(8); change >= 0; change--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(LogoImage.redrawn(file)).isNotEmpty();
            } catch (ProblemException expected) {
                assertThat(expected.errors()).hasSize(1);
            }
        }
    }

    private static void assertRefused(byte[] file, String why) {
        assertThatThrownBy(() -> LogoImage.redrawn(file))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors().toString()).contains(why));
    }

    private static BufferedImage drawn(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(LogoImage.redrawn(file)));
    }
}
