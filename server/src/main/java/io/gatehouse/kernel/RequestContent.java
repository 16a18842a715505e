package io.gatehouse.kernel;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.web.util.WebUtils;

/** The body of a request of the API, for those who must know it before the endpoint reads it. */
public final class RequestContent {

    private RequestContent() {}

    /** All of it, within the endpoint's limit; the endpoint can read it afterwards. */
    public static byte[] of(HttpServletRequest request) {
        LimitedRequest limited = WebUtils.getNativeRequest(request, LimitedRequest.class);
        if (limited == null) {
            throw new IllegalStateException("Only requests of the API are kept");
        }
        try {
            return limited.content();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
