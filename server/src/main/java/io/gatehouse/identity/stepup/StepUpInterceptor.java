package io.gatehouse.identity.stepup;

import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.RequestContent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Demands a fresh factor for endpoints that bear {@link FreshFactor}, after permissions were checked. */
@Component
public final class StepUpInterceptor implements HandlerInterceptor {

    private final StepUps stepUps;

    StepUpInterceptor(StepUps stepUps) {
        this.stepUps = stepUps;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        FreshFactor demanded =
                handler instanceof HandlerMethod endpoint ? endpoint.getMethodAnnotation(FreshFactor.class) : null;
        if (demanded != null && demanded.sometimes()) {
            // Kept now: once the endpoint has read it, nobody could look at it again.
            RequestContent.of(request);
        } else if (demanded != null) {
            stepUps.demand(request, response);
        }
        return true;
    }
}
