package io.gatehouse.notifications.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/**
 * The words of letters, from {@code mail/letters.properties}; another language is a file {@code letters_de.properties}
 * beside it. What people wrote is put in as one harmless line.
 */
@Component
final class Wording {

    private static final Locale LANGUAGE = Locale.ENGLISH;

    private final ResourceBundleMessageSource catalogue = new ResourceBundleMessageSource();

    Wording() {
        catalogue.setBasename("mail/letters");
        catalogue.setDefaultEncoding(StandardCharsets.UTF_8.name());
        catalogue.setFallbackToSystemLocale(false);
        catalogue.setAlwaysUseMessageFormat(true);
    }

    String of(String key, Object... values) {
        return catalogue.getMessage(
                key, Arrays.stream(values).map(Wording::line).toArray(), LANGUAGE);
    }

    String time(Instant time, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(Locale.UK)
                        .format(time.atZone(zone))
                + " ("
                + zone.getId()
                + ")";
    }

    /** Line breaks begin headers, direction characters turn a text around, encoded words hide either. */
    static String line(Object value) {
        return value.toString()
                .replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+", " ")
                .replace("=?", "= ?")
                .strip();
    }
}
