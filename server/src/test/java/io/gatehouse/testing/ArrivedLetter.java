package io.gatehouse.testing;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A letter as it arrived at the mail server. */
public record ArrivedLetter(MimeMessage message) {

    private static final Pattern LINK = Pattern.compile("https?://\\S+#(\\S+)");

    /** All of it as it came. */
    public String raw() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toString(StandardCharsets.UTF_8);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A header, decoded; empty when there is none. */
    public String header(String name) {
        try {
            String[] values = message.getHeader(name);
            return values == null ? "" : MimeUtility.decodeText(MimeUtility.unfold(values[0]));
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its plain text. */
    public String text() {
        return part("text/plain");
    }

    /** Its HTML. */
    public String html() {
        return part("text/html");
    }

    /** What came along as a file, by its name; byte for byte. */
    public Map<String, byte[]> files() {
        try {
            Map<String, byte[]> files = new HashMap<>();
            collect(message, files);
            return files;
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The secret of its link. */
    public String token() {
        Matcher link = LINK.matcher(text());
        if (!link.find()) {
            throw new AssertionError("There is no link in: " + text());
        }
        return link.group(1);
    }

    private String part(String type) {
        try {
            return find(message, type);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void collect(Part part, Map<String, byte[]> files) throws IOException, MessagingException {
        if (part.getFileName() != null) {
            files.put(part.getFileName(), part.getInputStream().readAllBytes());
        } else if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i), files);
            }
        }
    }

    private static String find(Part part, String type) throws IOException, MessagingException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = find(parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
