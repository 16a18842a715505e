package io.gatehouse.testkit.keycloak;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Forms of web pages, as a browser reads and sends them. */
final class Forms {

    private static final Pattern ACTION = Pattern.compile("<form[^>]*\\saction=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern INPUT = Pattern.compile("<input[^>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("\\sname=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern VALUE = Pattern.compile("\\svalue=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);

    private Forms() {}

    static boolean isIn(String page) {
        return ACTION.matcher(page).find();
    }

    static String action(String page) {
        Matcher matcher = ACTION.matcher(page);
        if (!matcher.find()) {
            throw new AssertionError("There is no form in " + page);
        }
        return plain(matcher.group(1));
    }

    static Map<String, String> fields(String page) {
        Map<String, String> fields = new HashMap<>();
        Matcher input = INPUT.matcher(page);
        while (input.find()) {
            Matcher name = NAME.matcher(input.group());
            Matcher value = VALUE.matcher(input.group());
            if (name.find()) {
                fields.put(plain(name.group(1)), value.find() ? plain(value.group(1)) : "");
            }
        }
        return fields;
    }

    static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String plain(String html) {
        return html.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&#x2b;", "+")
                .replace("&#43;", "+")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
