package io.gatehouse.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The two forms of a letter, and how long the outbox waits. */
final class LetterFormTest {

    private final LetterForm form = new LetterForm();

    @Test
    void saysTheSameInBothForms() {
        Letter letter = letter("Acme", "Come in.", "#336699");
        assertThat(form.text(letter)).contains("Acme", "Come in.", "Open:\nhttps://gatehouse.example/x#token", "Bye.");
        assertThat(form.html(letter))
                .contains("Acme", "Come in.", ">Open</a>", "href=\"https://gatehouse.example/x#token\"", "Bye.")
                .doesNotContain("{{");
    }

    @Test
    void writesWhatPeopleWroteAsText() {
        String html = form.html(letter("<b>{{link}}</b>", "\"'><script>", "#336699"));
        assertThat(html).contains("&lt;b&gt;{{link}}&lt;/b&gt;").doesNotContain("<script>", "\"'>");
    }

    @Test
    void keepsTheLabelReadableOnTheAccent() {
        assertThat(form.html(letter("Acme", "x", "#000000"))).contains("color:#ffffff");
        assertThat(form.html(letter("Acme", "x", "#ffee00"))).contains("color:#111111");
    }

    @Test
    void pausesGrowUpToAnHour() {
        assertThat(Outbox.pause(1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Outbox.pause(2)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Outbox.pause(6)).isEqualTo(Duration.ofMinutes(16));
        assertThat(Outbox.pause(500)).isEqualTo(Duration.ofHours(1));
    }

    private static Letter letter(String from, String text, String accent) {
        return new Letter(
                "a@b.test",
                null,
                from,
                accent,
                "Subject",
                List.of(text),
                new Letter.Action("Open", "https://gatehouse.example/x#token"),
                List.of("Bye."));
    }
}
