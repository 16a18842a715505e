package io.gatehouse.santa.sync;

import io.gatehouse.kernel.PublicEndpoint;
import io.gatehouse.santa.protocol.wire.ContentCoding;
import io.gatehouse.santa.protocol.wire.WireException;
import io.gatehouse.santa.protocol.wire.WireFormat;
import io.gatehouse.santa.protocol.wire.WireLimits;
import io.gatehouse.santa.sync.credential.ClientCertificates;
import io.gatehouse.santa.sync.credential.EnrolmentSecret;
import io.gatehouse.santa.sync.credential.Presented;
import io.gatehouse.santa.sync.credential.Refused;
import io.gatehouse.santa.sync.credential.Secrets;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP side of santa.sync.v1. The path holds a secret: neither it nor anything of the request but its stage and
 * where it came from is logged.
 */
final class SyncServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(SyncServlet.class);
    private static final String BEARER = "Bearer ";
    private static final String[] BEARER_HEADERS = {"Authorization", "Zentral-Authorization"};
    private static final String UNKNOWN_STAGE = "none";

    private final transient Map<Stage, StageHandler> handlers;
    private final transient Secrets secrets;
    private final transient ClientCertificates certificates;
    private final transient XsrfTokens tokens;
    private final transient SyncMetrics metrics;
    private final boolean requireXsrf;

    SyncServlet(
            Map<Stage, StageHandler> handlers,
            Secrets secrets,
            ClientCertificates certificates,
            XsrfTokens tokens,
            SyncMetrics metrics,
            boolean requireXsrf) {
        this.handlers = handlers;
        this.secrets = secrets;
        this.certificates = certificates;
        this.tokens = tokens;
        this.metrics = metrics;
        this.requireXsrf = requireXsrf;
    }

    @Override
    @PublicEndpoint("Macs authenticate with an enrolment secret and the credential that their device is bound to")
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long start = System.nanoTime();
        String stage = UNKNOWN_STAGE;
        try {
            if (!request.getMethod().equals("POST")) {
                throw new Refused(Refused.Reason.METHOD);
            }
            SyncPath path = SyncPath.of(request.getRequestURI());
            stage = path.stage().segment();
            serve(path, request, response);
        } catch (Refused e) {
            LOG.info(
                    "Stage {} refused with {} for {}: {}",
                    stage,
                    e.reason().status(),
                    request.getRemoteAddr(),
                    e.getMessage());
            refuse(response, e);
        } catch (RuntimeException e) {
            LOG.error("Stage {} failed", stage, e);
            send(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "text/plain", new byte[0]);
        } finally {
            metrics.answered(stage, response.getStatus(), System.nanoTime() - start);
        }
    }

    private void serve(SyncPath path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Presented presented = presented(path, request);
        if (path.stage() == Stage.XSRF) {
            response.setHeader(
                    XsrfTokens.HEADER,
                    tokens.of(presented.organization(), path.machine().value()));
            send(response, HttpServletResponse.SC_OK, WireFormat.JSON.contentType(), new byte[0]);
            return;
        }
        boolean probe = path.stage() == Stage.PREFLIGHT && path.machine().isDoctorProbe();
        if (requireXsrf
                && !probe
                && !tokens.isValid(
                        request.getHeader(XsrfTokens.HEADER),
                        presented.organization(),
                        path.machine().value())) {
            throw new Refused(Refused.Reason.XSRF);
        }
        Call call = call(path, presented, request);
        StageHandler handler = handlers.get(path.stage());
        if (handler == null) {
            throw new Refused(Refused.Reason.NOT_FOUND);
        }
        byte[] answer = handler.answer(call);
        if (call.coding() != ContentCoding.IDENTITY && answer.length > 0) {
            response.setHeader("Content-Encoding", call.coding().header());
        }
        send(response, HttpServletResponse.SC_OK, call.format().contentType(), answer);
    }

    private Presented presented(SyncPath path, HttpServletRequest request) {
        String inPath = path.secret();
        String text = inPath == null ? bearer(request) : inPath;
        EnrolmentSecret secret =
                EnrolmentSecret.parse(text == null ? "" : text).orElseThrow(() -> new Refused(Refused.Reason.SECRET));
        return new Presented(
                secret.organization(),
                secrets.enrolment(secret),
                inPath == null ? Presented.Kind.BEARER : Presented.Kind.SECRET,
                certificates.of(request));
    }

    private static @Nullable String bearer(HttpServletRequest request) {
        for (String name : BEARER_HEADERS) {
            String header = request.getHeader(name);
            if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
                return header.substring(BEARER.length()).strip();
            }
        }
        return null;
    }

    private static Call call(SyncPath path, Presented presented, HttpServletRequest request) throws IOException {
        try {
            WireFormat format = WireFormat.of(request.getContentType());
            byte[] body = ContentCoding.decode(
                    request.getInputStream(), request.getHeader("Content-Encoding"), WireLimits.DEFAULT);
            return new Call(
                    presented,
                    path.machine(),
                    format,
                    body,
                    Math.max(request.getContentLength(), 0),
                    ContentCoding.negotiate(request.getHeader("Accept-Encoding")));
        } catch (WireException e) {
            throw Call.refused(e);
        }
    }

    private static void refuse(HttpServletResponse response, Refused refusal) throws IOException {
        response.resetBuffer();
        byte[] body = """
                {"type":"urn:gatehouse:problem:sync-%s","title":"%s","status":%d}\
                """.formatted(
                        refusal.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        refusal.reason().title(),
                        refusal.reason().status())
                .getBytes(StandardCharsets.UTF_8);
        send(response, refusal.reason().status(), "application/problem+json", body);
    }

    private static void send(HttpServletResponse response, int status, String type, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
