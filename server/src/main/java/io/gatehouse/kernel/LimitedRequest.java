package io.gatehouse.kernel;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** A request whose body cannot be read beyond the endpoint's limit, and can be looked at before it is read. */
final class LimitedRequest extends HttpServletRequestWrapper {

    private byte @Nullable [] content;

    LimitedRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return content == null
                ? new Counting(super.getInputStream(), limit())
                : new Counting(new ByteArrayInputStream(content), content.length);
    }

    /** The whole body, kept so that it can be read again. */
    byte[] content() throws IOException {
        if (content == null) {
            content = getInputStream().readAllBytes();
        }
        return content;
    }

    /** Known only now: which endpoint is called was not decided yet when the filter ran. */
    private int limit() {
        Object handler = getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
        BodyLimit limit = handler instanceof HandlerMethod method ? method.getMethodAnnotation(BodyLimit.class) : null;
        return limit == null ? BodyLimit.DEFAULT : limit.value();
    }

    private static final class Counting extends ServletInputStream {

        private final InputStream body;
        private final int limit;
        private long count;
        private boolean finished;

        Counting(InputStream body, int limit) {
            this.body = body;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int one = body.read();
            counted(one < 0 ? -1 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int some = body.read(buffer, offset, length);
            counted(some);
            return some;
        }

        private void counted(int more) {
            finished = more < 0;
            count += Math.max(0, more);
            if (count > limit) {
                throw CommonProblem.TOO_LARGE.because("The body must have at most " + limit + " bytes");
            }
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("Bodies of the API are read by blocking");
        }
    }
}
