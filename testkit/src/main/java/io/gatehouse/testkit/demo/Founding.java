package io.gatehouse.testkit.demo;

import io.gatehouse.testkit.product.Account;
import io.gatehouse.testkit.product.ApiClient;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Makes the organizations and people of the demo, from the first-run page on, by the calls that the console makes. */
final class Founding {
    private final URI address;
    private final List<Account> accounts;
    private final Map<String, String> organizations = new TreeMap<>();

    Founding(URI address, List<Account> accounts) {
        this.address = address;
        this.accounts = accounts;
    }

    static boolean isNeeded(URI address) {
        return ApiClient.anonymous(address).get("/api/setup").get("required").asBoolean();
    }

    /** Returns the organizations' ids by name. */
    Map<String, String> found(String firstRunCode) {
        Account operator = account(Cast.INSTALLATION, "OPERATOR");
        Account admin = account(Cast.ENTERPRISE, "SECURITY_ADMIN");
        JsonNode answer = ApiClient.anonymous(address)
                .post(
                        "/api/setup",
                        Map.of(
                                "code", firstRunCode,
                                "operator", person(operator),
                                "organization", Map.of("name", Cast.ENTERPRISE, "kind", "ENTERPRISE"),
                                "admin", person(admin)));
        organizations.put(Cast.ENTERPRISE, answer.get("organization").get("id").asString());
        inviteOthers(admin);
        foundProvider(operator);
        foundCustomer(Cast.BANK);
        foundCustomer(Cast.CLINIC);
        return Map.copyOf(organizations);
    }

    private static Map<String, Object> person(Account account) {
        return Map.of("email", account.email(), "displayName", account.displayName(), "password", account.password());
    }

    private void foundProvider(Account operator) {
        Account admin = account(Cast.PROVIDER, "SUPER_ADMIN");
        JsonNode answer = ApiClient.signedIn(address, operator)
                .post(
                        "/api/installation/organizations",
                        Map.of("name", Cast.PROVIDER, "kind", "PROVIDER", "adminEmail", admin.email()));
        join(Cast.PROVIDER, answer, admin);
    }

    private void foundCustomer(String name) {
        Account admin = account(name, "CUSTOMER_ADMIN");
        JsonNode answer = ApiClient.signedIn(address, account(Cast.PROVIDER, "SUPER_ADMIN"))
                .post(
                        "/api/organizations/" + organizations.get(Cast.PROVIDER) + "/customers",
                        Map.of("name", name, "adminEmail", admin.email()));
        join(name, answer, admin);
    }

    private void join(String name, JsonNode answer, Account admin) {
        organizations.put(name, answer.get("organization").get("id").asString());
        accept(answer.get("invitation").get("link").asString(), admin);
        inviteOthers(admin);
    }

    private void inviteOthers(Account admin) {
        ApiClient client = ApiClient.signedIn(address, admin);
        String path = "/api/organizations/" + organizations.get(admin.organization()) + "/invitations";
        for (Account account : accounts) {
            if (account.organization().equals(admin.organization()) && !account.equals(admin)) {
                JsonNode answer = client.post(
                        path,
                        Map.of(
                                "email", account.email(),
                                "displayName", account.displayName(),
                                "roles", List.of(account.role())));
                accept(answer.get("link").asString(), account);
            }
        }
    }

    private void accept(String link, Account account) {
        String token = link.substring(link.indexOf('#') + 1);
        ApiClient.anonymous(address)
                .post(
                        "/api/invitations/accept",
                        Map.of(
                                "token", token,
                                "displayName", account.displayName(),
                                "password", account.password()));
    }

    private Account account(String organization, String role) {
        return accounts.stream()
                .filter(account -> account.organization().equals(organization)
                        && account.role().equals(role))
                .findFirst()
                .orElseThrow();
    }
}
