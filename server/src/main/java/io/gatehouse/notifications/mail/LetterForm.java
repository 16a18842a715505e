package io.gatehouse.notifications.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Gives a letter its two forms: plain text, and HTML that needs no picture, script or foreign style. */
@Component
final class LetterForm {

    private static final double DARK_BELOW = 0.4;
    private static final int CHANNEL = 8;

    private final String page = read("mail/letter.html");
    private final String button = read("mail/button.html");

    String text(Letter letter) {
        Letter.Action action = letter.action();
        return Stream.of(
                                List.of(letter.from()),
                                letter.paragraphs(),
                                action == null ? List.<String>of() : List.of(action.label() + ":\n" + action.link()),
                                letter.closing())
                        .flatMap(List::stream)
                        .collect(Collectors.joining("\n\n"))
                + "\n";
    }

    String html(Letter letter) {
        Letter.Action action = letter.action();
        return fill(
                page,
                "subject",
                escape(letter.subject()),
                "from",
                escape(letter.from()),
                "accent",
                letter.accent(),
                "paragraphs",
                paragraphs(letter.paragraphs()),
                "button",
                action == null ? "" : button(letter.accent(), action),
                "closing",
                paragraphs(letter.closing()));
    }

    private String button(String accent, Letter.Action action) {
        return fill(
                button,
                "accent",
                accent,
                "ink",
                isDark(accent) ? "#ffffff" : "#111111",
                "label",
                escape(action.label()),
                "link",
                escape(action.link()));
    }

    private static String paragraphs(List<String> texts) {
        return texts.stream()
                .map(text -> "<p style=\"margin:0 0 14px\">" + escape(text) + "</p>")
                .collect(Collectors.joining("\n"));
    }

    /** One pass over the template: what is put in is never looked at again. */
    private static String fill(String template, String... namesAndValues) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int at = template.indexOf("{{"); at >= 0; at = template.indexOf("{{", from)) {
            int end = template.indexOf("}}", at);
            filled.append(template, from, at).append(value(template.substring(at + 2, end), namesAndValues));
            from = end + 2;
        }
        return filled.append(template, from, template.length()).toString();
    }

    private static String value(String name, String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i].equals(name)) {
                return namesAndValues[i + 1];
            }
        }
        throw new IllegalArgumentException("The template wants {{" + name + "}}");
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }

    private static boolean isDark(String color) {
        int rgb = Integer.parseInt(color.substring(1), 16);
        double red = rgb >> 2 * CHANNEL & 0xff;
        double green = rgb >> CHANNEL & 0xff;
        double blue = rgb & 0xff;
        return (0.299 * red + 0.587 * green + 0.114 * blue) / 0xff < 1 - DARK_BELOW;
    }

    private static String read(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
