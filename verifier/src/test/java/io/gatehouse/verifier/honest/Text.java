package io.gatehouse.verifier.honest;

import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Writes JSON by hand. */
public final class Text {

    private Text() {}

    public static String quote(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\t' -> json.append("\\t");
                default -> json.append(c < ' ' ? String.format("\\u%04x", (int) c) : "" + c);
            }
        }
        return json.append('"').toString();
    }

    public static String orNull(String text) {
        return text == null ? "null" : quote(text);
    }

    public static String strings(Collection<String> texts) {
        return texts.stream().map(Text::quote).collect(Collectors.joining(",", "[", "]"));
    }

    public static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public static String hashes(List<byte[]> hashes) {
        return strings(hashes.stream().map(Text::base64).toList());
    }
}
