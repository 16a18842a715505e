package io.gatehouse.identity.stepup;

import io.gatehouse.kernel.FreshFactors;
import io.gatehouse.kernel.RequestContent;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.springframework.web.servlet.HandlerMapping;

/**
 * What a request wants to do.
 *
 * @param name method and path without the ids in it, for the book
 * @param hash of method, path, query and body: another one means another action
 */
record Action(String name, byte[] hash) {

    private static final String CONFIRMATION = "(^|&)" + FreshFactors.PARAMETER + "=[^&]*";

    static Action of(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String query = Objects.requireNonNullElse(request.getQueryString(), "")
                .replaceAll(CONFIRMATION, "$1")
                .replaceAll("&$", "");
        String text = String.join(
                "\n",
                request.getMethod(),
                request.getRequestURI(),
                query,
                HexFormat.of().formatHex(sha256(RequestContent.of(request))));
        return new Action(request.getMethod() + " " + pattern, sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
