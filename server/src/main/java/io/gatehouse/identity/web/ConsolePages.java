package io.gatehouse.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/** Serves the console: hashed assets for ever, and its one page for every other address below {@code /console/}. */
@Configuration(proxyBeanMethods = false)
class ConsolePages implements WebMvcConfigurer {

    private static final String FILES = "classpath:/static/console/";
    private static final String PAGE = "index.html";
    private static final String VERIFYING_PAGE = "verify.html";
    private static final String PLACEHOLDER = "__CSP_NONCE__";
    private static final int NONCE_BYTES = 18;

    private final SecureRandom random = new SecureRandom();

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/console/");
        registry.addRedirectViewController("/console", "/console/");
        registry.addRedirectViewController("/invitation", "/console/invitation");
        registry.addRedirectViewController("/password-reset", "/console/password-reset");
        registry.addViewController("/console/").setViewName("forward:/console/" + PAGE);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/console/assets/**")
                .addResourceLocations(FILES + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        // A kept page would bear a nonce that its next answer's header no longer names.
        registry.addResourceHandler("/console/**")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.noStore())
                .setUseLastModified(false)
                .resourceChain(false)
                .addResolver(new PageForUnknownPaths())
                .addTransformer(this::withNonce);
    }

    private Resource withNonce(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        Resource transformed = chain.transform(request, resource);
        if (VERIFYING_PAGE.equals(resource.getFilename())) {
            ContentSecurityPolicy.allowVerifying(request);
        }
        if (!PAGE.equals(resource.getFilename())) {
            return transformed;
        }
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().encodeToString(bytes);
        request.setAttribute(ContentSecurityPolicy.NONCE, nonce);
        String page = transformed.getContentAsString(StandardCharsets.UTF_8).replace(PLACEHOLDER, nonce);
        return new TransformedResource(transformed, page.getBytes(StandardCharsets.UTF_8));
    }

    /** The console's router knows the addresses that no file has. */
    private static final class PageForUnknownPaths extends PathResourceResolver {

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            Resource file = super.getResource(path, location);
            return file == null ? super.getResource(PAGE, location) : file;
        }
    }
}
