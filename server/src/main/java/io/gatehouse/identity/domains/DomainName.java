package io.gatehouse.identity.domains;

import io.gatehouse.kernel.ProblemException;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/** The form in which mail domains are kept and compared: lower case, ASCII. */
final class DomainName {

    private static final Pattern FORM =
            Pattern.compile("(?=.{3,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]*[a-z][a-z0-9-]*");

    private DomainName() {}

    static String of(String text) {
        String name = ascii(text.strip().toLowerCase(Locale.ROOT));
        if (!FORM.matcher(name).matches()) {
            throw ProblemException.invalid("name", "must be a domain such as example.com");
        }
        return name;
    }

    private static String ascii(String text) {
        try {
            return IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
