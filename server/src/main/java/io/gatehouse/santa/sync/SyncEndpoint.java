package io.gatehouse.santa.sync;

import io.gatehouse.santa.protocol.wire.SantaCodec;
import io.gatehouse.santa.protocol.wire.WireLimits;
import io.gatehouse.santa.sync.credential.ClientCertificates;
import io.gatehouse.santa.sync.credential.Secrets;
import jakarta.servlet.Filter;
import java.util.Map;
import java.util.Objects;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the sync servlet at {@code /santa}, before every filter of the console and the API. */
@Configuration(proxyBeanMethods = false)
class SyncEndpoint {

    private static final String PATHS = "/santa/*";

    /** The one way in which all stages read and write. */
    @Bean
    SantaCodec syncCodec(SyncSettings settings) {
        SantaCodec plain = new SantaCodec(WireLimits.DEFAULT);
        return settings.inclusionGuard() ? plain.withInclusionGuard() : plain;
    }

    @Bean
    ServletRegistrationBean<SyncServlet> syncServlet(
            Preflight preflight,
            EventUpload eventUpload,
            RuleDownload ruleDownload,
            Postflight postflight,
            Secrets secrets,
            ClientCertificates certificates,
            XsrfTokens tokens,
            SyncMetrics metrics,
            SyncSettings settings) {
        Map<Stage, StageHandler> handlers = Map.of(
                Stage.PREFLIGHT, preflight,
                Stage.EVENTUPLOAD, eventUpload,
                Stage.RULEDOWNLOAD, ruleDownload,
                Stage.POSTFLIGHT, postflight);
        return new ServletRegistrationBean<>(
                new SyncServlet(handlers, secrets, certificates, tokens, metrics, settings.requireXsrf()), PATHS);
    }

    /** Goes straight to the servlet: sessions, browser security and their costs are not for Macs. */
    @Bean
    FilterRegistrationBean<Filter> pastTheOtherFilters(ServletRegistrationBean<SyncServlet> servlet) {
        SyncServlet sync = Objects.requireNonNull(servlet.getServlet());
        Filter direct = (request, response, _) -> sync.service(request, response);
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(direct);
        registration.addUrlPatterns(PATHS);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.setName("pastTheOtherFilters");
        return registration;
    }

    /** A machine id may be any text, slashes included, which come percent-encoded. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> anyMachineId() {
        return factory -> factory.addConnectorCustomizers(connector -> {
            connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
            connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
        });
    }
}
