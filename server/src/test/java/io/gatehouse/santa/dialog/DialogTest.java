package io.gatehouse.santa.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may appear in the block dialog. */
final class DialogTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Not allowed here.",
                "<b>No.</b> Ask <a href=\"https://help.example/x?y=1\">us</a><br/>",
                "3 &lt; 4",
                "<P>two</P>\n<UL><li>lines</li></UL>"
            })
    void harmlessMarkupIsLetThrough(String html) {
        assertThat(DialogMessage.refusal(html)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=\"https://x.example/y\">",
                "<a href=\"javascript:x\">x</a>",
                "<b onclick=\"x\">x</b>",
                "<a href=\"https://x.example\" onclick=\"y\">x</a>",
                "<b",
                "<scr<b></b>ipt>",
                "x\u0000"
            })
    void markupThatLoadsOrRunsIsRefused(String html) {
        assertThat(DialogMessage.refusal(html)).isPresent();
    }

    @Test
    void linksAreWebAddressesWithPlaceholders() {
        assertThat(DialogLink.refusal("https://x.example/block?m=%machine_id%&f=%file_identifier%"))
                .isEmpty();
        assertThat(DialogLink.refusal("javascript:alert(1)")).isPresent();
        assertThat(DialogLink.refusal("https://")).isPresent();
        assertThat(DialogLink.refusal("https://user:password@x.example/")).isPresent();
        assertThat(DialogLink.refusal("https://x.example/a b")).isPresent();
        assertThat(DialogLink.refusal("https://x.example/" + "a".repeat(2_000))).isPresent();
    }

    @Test
    void unknownPlaceholdersAreNamed() {
        assertThat(DialogLink.unknownPlaceholders("https://x.example/%machine_id%/%machine_name%"))
                .containsExactly("%machine_name%");
    }
}
