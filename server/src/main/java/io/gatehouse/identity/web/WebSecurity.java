package io.gatehouse.identity.web;

import io.gatehouse.identity.session.PersonSessions;
import io.gatehouse.kernel.CommonProblem;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * The chain that every request passes, Santa's sync excepted, which authenticates devices itself. It knows who is signed
 * in and refuses the rest; what a person may do where is {@link PermissionInterceptor}'s.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    private static final String[] OPEN_TO_ALL = {
        "/",
        "/invitation",
        "/password-reset",
        "/console",
        "/console/**",
        "/api/session",
        "/api/session/passkey",
        "/api/session/passkey/options",
        "/api/session/second-factor",
        "/api/session/second-factor/passkey-options",
        "/api/setup",
        "/api/sign-in/**",
        "/api/invitations/*",
        "/api/password-resets",
        "/api/password-resets/*",
        "/api/passwords/*",
        "/api/slack/*/interactions",
        "/api/openapi.json",
        "/.well-known/oauth-authorization-server",
        "/actuator/health",
        "/actuator/health/*",
        "/error"
    };

    /** Posted by identity providers' pages, bound to the browser by the attempt that waits in it, or signed by their sender. */
    private static final String[] FOREIGN_MESSAGES = {
        "/api/sign-in/saml/*/answer", "/api/sign-in/saml/*/logout", "/api/slack/*/interactions"
    };

    @Bean
    CsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository repository = CookieCsrfTokenRepository.withHttpOnlyFalse();
        repository.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        repository.setCookiePath("/");
        return repository;
    }

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            PersonSessions sessions,
            CsrfTokenRepository csrfTokens,
            MetricsAccess metrics,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems)
            throws Exception {
        RequestMatcher sync = PathPatternRequestMatcher.withDefaults().matcher("/santa/**");
        return http.securityMatcher(new NegatedRequestMatcher(sync))
                .securityContext(context -> context.securityContextRepository(sessions))
                .sessionManagement(management -> management.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .csrf(csrf -> csrf.spa().csrfTokenRepository(csrfTokens).ignoringRequestMatchers(FOREIGN_MESSAGES))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(OPEN_TO_ALL)
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .access(metrics)
                        .requestMatchers("/api/**")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, _) -> answer(
                                problems, request, response, CommonProblem.NOT_SIGNED_IN, "This needs a session"))
                        .accessDeniedHandler((request, response, refusal) ->
                                answer(problems, request, response, CommonProblem.FORBIDDEN, explain(refusal))))
                .headers(headers -> headers.addHeaderWriter(new ContentSecurityPolicy())
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy ->
                                policy.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()")))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static String explain(Exception refusal) {
        return refusal instanceof org.springframework.security.web.csrf.CsrfException
                ? "Send the value of the cookie XSRF-TOKEN in the header X-XSRF-TOKEN"
                : "This address is not for you";
    }

    private static void answer(
            HandlerExceptionResolver problems,
            HttpServletRequest request,
            HttpServletResponse response,
            CommonProblem problem,
            String detail) {
        problems.resolveException(request, response, null, problem.because(detail));
    }
}
