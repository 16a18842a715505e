package io.gatehouse.testing;

import io.gatehouse.identity.Role;
import io.gatehouse.testkit.openid.OpenIdProvider;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An organization with a proven domain that lets people in through the stand-in of an OpenID provider. */
public record SignInByProvider(
        TestOrganization organization, String domain, TestProvider provider, OpenIdProvider standIn) {

    /** Set up and enabled: the group admins gives the administrator's role, users the least one. */
    public static SignInByProvider of(TestOrganization organization, OpenIdProvider standIn) {
        String domain = TestDomains.provenBy(organization);
        TestProvider provider = TestProvider.oidc(organization, "Provider of " + domain);
        provider.settle(standIn.issuer(), OpenIdProvider.SECRET, "mfa");
        provider.map(Map.of("admins", Role.administratorOf(organization.kind()), "users", least(organization)));
        Api.Answer enabled = provider.enable();
        if (enabled.status() != 200) {
            throw new IllegalStateException("Not enabled: " + enabled.body());
        }
        return new SignInByProvider(organization, domain, provider, standIn);
    }

    /** What the provider says of somebody in these groups. */
    public Map<String, Object> claims(String name, String... groups) {
        return Map.of(
                "sub",
                name + "-subject",
                "email",
                name + "@" + domain,
                "name",
                name,
                "groups",
                java.util.List.of(groups));
    }

    /** Signs in; the answer is the redirect. */
    public Api.Answer signIn(Api browser, Map<String, ?> claims) {
        return answer(browser, provider.begin(browser, "/console/"), claims);
    }

    /** Brings back what the provider says after the browser was sent to that address. */
    public Api.Answer answer(Api browser, URI address, Map<String, ?> claims) {
        return browser.get(back(address, claims));
    }

    /** Where the provider sends the browser. */
    public String back(URI address, Map<String, ?> claims) {
        return provider.redirect().getPath() + "?code=" + standIn.code(address, claims) + "&state=" + state(address);
    }

    /** The state in an address. */
    public static String state(URI address) {
        String query = address.getRawQuery();
        return URLEncoder.encode(
                query.replaceFirst("(^|.*&)state=", "").replaceFirst("&.*", ""), StandardCharsets.UTF_8);
    }

    /** Why a sign-in led to the page of problems; empty when it did not. */
    public static String problem(Api.Answer answer) {
        String location = answer.header("Location");
        return location.startsWith("/console/sign-in-problem?reason=")
                ? location.replaceFirst("[^=]*=", "").replaceFirst("&.*", "")
                : "";
    }

    private static Role least(TestOrganization organization) {
        return switch (organization.kind()) {
            case ENTERPRISE -> Role.END_USER;
            case CUSTOMER -> Role.BASIC_USER;
            case PROVIDER -> Role.ACCOUNT_MANAGER;
        };
    }
}
