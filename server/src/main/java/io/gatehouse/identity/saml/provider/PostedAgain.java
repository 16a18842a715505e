package io.gatehouse.identity.saml.provider;

import io.gatehouse.identity.web.ContentSecurityPolicy;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.util.HtmlUtils;

/** A page that posts an answer once more, now from our own site, so that the browser sends its cookies along. */
final class PostedAgain {

    static final String MARK = "again";
    static final String SCRIPT = "document.forms[0].submit();\n";

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>Signing in</title>
            <script src="/api/sign-in/saml/post-again.js" defer></script>
            </head>
            <body>
            <form method="post">
            <input type="hidden" name="SAMLResponse" value="%s">
            <input type="hidden" name="RelayState" value="%s">
            <input type="hidden" name="again" value="true">
            <button>Continue</button>
            </form>
            </body>
            </html>
            """;

    private PostedAgain() {}

    static String page(HttpServletRequest request, String answer, String state) {
        ContentSecurityPolicy.allowPage(request);
        return PAGE.formatted(HtmlUtils.htmlEscape(answer), HtmlUtils.htmlEscape(state));
    }
}
