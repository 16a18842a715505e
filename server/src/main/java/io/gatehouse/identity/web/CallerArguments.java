package io.gatehouse.identity.web;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.session.PersonSessions;
import io.gatehouse.identity.stepup.StepUpInterceptor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives endpoints who calls them: {@link OrganizationScope}, {@link Caller} or {@link PersonId} as an argument. */
@Configuration(proxyBeanMethods = false)
class CallerArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private final PermissionInterceptor permissions;
    private final StepUpInterceptor stepUps;

    CallerArguments(PermissionInterceptor permissions, StepUpInterceptor stepUps) {
        this.permissions = permissions;
        this.stepUps = stepUps;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(permissions);
        registry.addInterceptor(stepUps);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type == OrganizationScope.class
                || type == Caller.class
                || (type == PersonId.class && parameter.getParameterAnnotations().length == 0);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (parameter.getParameterType() == PersonId.class) {
            return PersonSessions.required().person();
        }
        if (request.getAttribute(PermissionInterceptor.CALLER, RequestAttributes.SCOPE_REQUEST)
                instanceof Caller caller) {
            return parameter.getParameterType() == Caller.class ? caller : caller.scope();
        }
        throw new IllegalStateException(parameter + " needs an endpoint that demands a permission in an organization");
    }
}
