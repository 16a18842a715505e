package io.gatehouse.kernel;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** Stops reading a body of the API where it becomes too large, whatever length it claimed. */
@Component
final class BodyLimitFilter extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Limited(request), response);
    }

    private static final class Limited extends HttpServletRequestWrapper {

        Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counting(super.getInputStream(), limit());
        }

        /** Known only now: which endpoint is called was not decided yet when the filter ran. */
        private int limit() {
            Object handler = getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
            BodyLimit limit =
                    handler instanceof HandlerMethod method ? method.getMethodAnnotation(BodyLimit.class) : null;
            return limit == null ? BodyLimit.DEFAULT : limit.value();
        }
    }

    private static final class Counting extends ServletInputStream {

        private final ServletInputStream body;
        private final int limit;
        private long count;

        Counting(ServletInputStream body, int limit) {
            this.body = body;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int one = body.read();
            counted(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int some = body.read(buffer, offset, length);
            counted(Math.max(0, some));
            return some;
        }

        private void counted(int more) {
            count += more;
            if (count > limit) {
                throw CommonProblem.TOO_LARGE.because("The body must have at most " + limit + " bytes");
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
