package io.gatehouse.identity.federation;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where somebody goes after signing in: a page of the console, whatever the address asks for. */
final class ReturnAddress {

    static final String HOME = "/console/";
    private static final Pattern PAGE =
            Pattern.compile("/console(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?(\\?[A-Za-z0-9._~=&%+-]*)?");
    private static final int LONGEST = 500;

    private ReturnAddress() {}

    static String of(@Nullable String wanted) {
        return wanted != null
                        && wanted.length() <= LONGEST
                        && PAGE.matcher(wanted).matches()
                ? wanted
                : HOME;
    }
}
