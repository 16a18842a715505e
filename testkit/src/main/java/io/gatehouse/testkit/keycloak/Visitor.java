package io.gatehouse.testkit.keycloak;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** A person at Keycloak's pages, without a browser: follows its redirects, fills in its sign-in form, keeps its cookies. */
public final class Visitor {

    private final Keycloak keycloak;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new LoopbackCookies())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** Somebody who has not been there before. */
    public Visitor(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    /** How Keycloak sends the person back. */
    public sealed interface Landing {
        /** By a redirect, as OpenID Connect does. */
        record Redirected(URI address) implements Landing {}

        /** By a form that submits itself, as SAML's POST binding does. */
        record Posted(URI address, Map<String, String> fields) implements Landing {}
    }

    /** Goes where a service sent them, and signs in there if asked to. */
    public Landing signIn(URI start, KeycloakUser user) throws IOException, InterruptedException {
        HttpResponse<String> response = send(HttpRequest.newBuilder(start).build());
        if (isSignInForm(response)) {
            response = send(form(
                    URI.create(Forms.action(response.body())),
                    Map.of("username", user.name(), "password", user.password())));
        }
        return landing(response);
    }

    /** Goes where a service sent them; they are signed in already, or nothing is asked. */
    public Landing follow(URI start) throws IOException, InterruptedException {
        return landing(send(HttpRequest.newBuilder(start).build()));
    }

    /** Signs out at the realm itself, and says so when asked; where it sends the browser to tell a service. */
    public Landing signOut(Realm realm) throws IOException, InterruptedException {
        URI address = URI.create(realm.issuer() + "/protocol/openid-connect/logout");
        HttpResponse<String> page = send(HttpRequest.newBuilder(address).build());
        URI action = address.resolve(Forms.action(page.body()));
        return landing(send(form(action, Forms.fields(page.body()))));
    }

    /** Goes where a service sent them, and stays there. */
    public void visit(URI address) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(address).build());
    }

    private Landing landing(HttpResponse<String> response) {
        if (response.statusCode() / 100 == 3) {
            return new Landing.Redirected(location(response));
        }
        if (response.statusCode() != 200 || !Forms.isIn(response.body()) || isSignInForm(response)) {
            throw new AssertionError("Keycloak let nobody in: " + response.statusCode() + " " + response.body());
        }
        return new Landing.Posted(URI.create(Forms.action(response.body())), Forms.fields(response.body()));
    }

    /** Follows redirects within Keycloak only. */
    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 == 3 && isKeycloak(location(response))) {
            return send(HttpRequest.newBuilder(location(response)).build());
        }
        return response;
    }

    private boolean isKeycloak(URI address) {
        return keycloak.address().getAuthority().equals(address.getAuthority());
    }

    private static URI location(HttpResponse<String> response) {
        return response.request()
                .uri()
                .resolve(response.headers().firstValue("Location").orElseThrow());
    }

    private static boolean isSignInForm(HttpResponse<String> response) {
        return response.body().contains("name=\"password\"");
    }

    private static HttpRequest form(URI address, Map<String, String> fields) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Forms.encode(fields)))
                .build();
    }

    /** Keycloak marks its cookies as for HTTPS; browsers send such to loopback all the same. */
    private static final class LoopbackCookies extends CookieManager {
        @Override
        public void put(URI address, Map<String, List<String>> headers) throws IOException {
            super.put(address, headers);
            getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
        }
    }
}
