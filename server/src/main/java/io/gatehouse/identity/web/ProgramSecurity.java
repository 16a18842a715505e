package io.gatehouse.identity.web;

import io.gatehouse.identity.ProgramProblem;
import io.gatehouse.identity.keys.KeyCheck;
import io.gatehouse.identity.tokens.AccessTokens;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * The chain of requests that bear a key. They are a program's, whatever cookie comes along: no session is read or begun,
 * and no browser sends such a header by itself, so nothing can be forged in a person's name.
 */
@Configuration(proxyBeanMethods = false)
class ProgramSecurity {

    @Bean
    @Order(0)
    SecurityFilterChain programChain(
            HttpSecurity http,
            KeyCheck keys,
            AccessTokens tokens,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems)
            throws Exception {
        RequestAttributeSecurityContextRepository context = new RequestAttributeSecurityContextRepository();
        return http.securityMatcher(BearerKey::isBorneBy)
                .securityContext(security -> security.securityContextRepository(context))
                .sessionManagement(management -> management.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new BearerKey(keys, tokens, context, problems), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers("/api/openapi.json")
                        .permitAll()
                        .requestMatchers("/api/organizations/**")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(handling -> handling.accessDeniedHandler((request, response, _) ->
                        problems.resolveException(request, response, null, ProgramProblem.forPeopleOnly())))
                .headers(headers -> headers.addHeaderWriter(new ContentSecurityPolicy()))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .build();
    }
}
