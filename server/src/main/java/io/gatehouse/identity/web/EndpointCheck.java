package io.gatehouse.identity.web;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Refuses to start with an endpoint of ours that does not say who may call it. */
@Component
final class EndpointCheck implements SmartInitializingSingleton {

    private final RequestMappingHandlerMapping endpoints;

    EndpointCheck(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public void afterSingletonsInstantiated() {
        endpoints.getHandlerMethods().forEach((mapping, endpoint) -> {
            if (PermissionInterceptor.isOurs(endpoint)) {
                Access.check(mapping, endpoint);
            }
        });
    }
}
