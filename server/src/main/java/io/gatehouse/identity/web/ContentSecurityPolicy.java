package io.gatehouse.identity.web;

import io.gatehouse.kernel.LinkToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;

/** Allows the console's page its own scripts and the styles that bear the page's nonce, and all else nothing. */
public final class ContentSecurityPolicy implements HeaderWriter {

    static final String NONCE = "io.gatehouse.csp-nonce";

    private static final String HEADER = "Content-Security-Policy";
    private static final String VERIFYING = "io.gatehouse.csp-verifying";
    private static final String VERIFYING_PAGE =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String NOTHING =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String PAGE = "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-%s'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** The answer is the page that verifies: it may send nothing anywhere. */
    static void allowVerifying(HttpServletRequest request) {
        request.setAttribute(VERIFYING, true);
    }

    /** The answer is a page with scripts and forms of our own, and no styles. */
    public static void allowPage(HttpServletRequest request) {
        request.setAttribute(NONCE, LinkToken.next().text());
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        Object nonce = request.getAttribute(NONCE);
        String pageless = request.getAttribute(VERIFYING) == null ? NOTHING : VERIFYING_PAGE;
        response.setHeader(HEADER, nonce == null ? pageless : PAGE.formatted(nonce));
    }
}
