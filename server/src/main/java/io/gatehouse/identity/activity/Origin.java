package io.gatehouse.identity.activity;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Where a request came from.
 *
 * @param address of the network; empty outside of a request
 * @param browser as it calls itself
 */
record Origin(String address, String browser) {

    private static final int LONGEST_BROWSER = 300;
    private static final Origin NOWHERE = new Origin("", "");

    /** Of the running request. */
    static Origin current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes running
                ? of(running.getRequest())
                : NOWHERE;
    }

    private static Origin of(HttpServletRequest request) {
        String browser = request.getHeader(HttpHeaders.USER_AGENT);
        String known = browser == null ? "" : browser;
        return new Origin(request.getRemoteAddr(), known.substring(0, Math.min(known.length(), LONGEST_BROWSER)));
    }
}
