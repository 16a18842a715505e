package io.gatehouse.testkit.demo;

import io.gatehouse.testkit.product.Account;
import io.gatehouse.testkit.product.ProductFailure;
import java.util.List;
import java.util.Map;

/**
 * What the demo must remember between starts.
 *
 * @param organizations ids by name
 * @param enrolments what Macs sync with, in the order in which {@link DemoMacs} deals them
 * @param owned machine ids by the owner's e-mail
 */
record DemoState(
        List<Account> accounts,
        Map<String, String> organizations,
        List<Enrolment> enrolments,
        Map<String, List<String>> owned) {

    /** A SyncBaseURL with its secret, and how many Macs use it. */
    record Enrolment(String organization, String name, String syncBaseUrl, int macs) {}

    Account account(String organization, String role) {
        return accounts.stream()
                .filter(account -> account.organization().equals(organization)
                        && account.role().equals(role))
                .findFirst()
                .orElseThrow(() -> new ProductFailure("The demo has no " + role + " at " + organization));
    }
}
