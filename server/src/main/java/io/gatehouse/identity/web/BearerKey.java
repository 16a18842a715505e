package io.gatehouse.identity.web;

import io.gatehouse.identity.keys.KeyCheck;
import io.gatehouse.identity.session.Program;
import io.gatehouse.identity.tokens.AccessTokens;
import io.gatehouse.kernel.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Recognizes a program by the key, or the token got with one, in the header {@code Authorization: Bearer}, and by nothing else of the request. */
final class BearerKey extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final KeyCheck keys;
    private final AccessTokens tokens;
    private final SecurityContextRepository contexts;
    private final HandlerExceptionResolver problems;

    BearerKey(
            KeyCheck keys, AccessTokens tokens, SecurityContextRepository contexts, HandlerExceptionResolver problems) {
        this.keys = keys;
        this.tokens = tokens;
        this.contexts = contexts;
        this.problems = problems;
    }

    static boolean isBorneBy(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null
                && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && request.getRequestURI().startsWith("/api/");
    }

    private Program program(String shown, String address) {
        return AccessTokens.isOne(shown) ? tokens.program(shown, address) : keys.program(shown, address);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            String header = request.getHeader(HttpHeaders.AUTHORIZATION);
            Program program = program(header.substring(SCHEME.length()).strip(), request.getRemoteAddr());
            SecurityContextImpl context = new SecurityContextImpl(program);
            SecurityContextHolder.setContext(context);
            contexts.saveContext(context, request, response);
        } catch (ProblemException e) {
            if (e.problem().status() == HttpStatus.UNAUTHORIZED) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            }
            problems.resolveException(request, response, null, e);
            return;
        }
        chain.doFilter(request, response);
    }
}
