package io.gatehouse.identity.web;

import io.gatehouse.kernel.PublicAddress;
import io.gatehouse.kernel.TrustedProxies;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Tells Tomcat what a proxy in front hides: the address of whoever asks, which a trusted proxy alone may name, and that
 * TLS was in use, which follows from the public address and not from anything that a request says.
 */
@Component
final class ProxyAwareness implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final PublicAddress publicAddress;
    private final TrustedProxies proxies;

    ProxyAwareness(PublicAddress publicAddress, TrustedProxies proxies) {
        this.publicAddress = publicAddress;
        this.proxies = proxies;
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        if (publicAddress.isSecure()) {
            tomcat.addConnectorCustomizers(connector -> {
                connector.setScheme("https");
                connector.setSecure(true);
            });
        }
        if (!proxies.trustedProxies().isEmpty()) {
            tomcat.addEngineValves(valve());
        }
    }

    private RemoteIpValve valve() {
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(
                proxies.trustedProxies().stream().map(Pattern::quote).collect(Collectors.joining("|")));
        valve.setProtocolHeader(null);
        return valve;
    }
}
