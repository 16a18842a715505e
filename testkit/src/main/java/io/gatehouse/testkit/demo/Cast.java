package io.gatehouse.testkit.demo;

import io.gatehouse.testkit.product.Account;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The organizations of the demo and one person for each role; all of them are invented. */
final class Cast {
    static final String INSTALLATION = "Installation";
    static final String ENTERPRISE = "Acme Robotics";
    static final String PROVIDER = "Northwind Security";
    static final String BANK = "Fabrikam Bank";
    static final String CLINIC = "Contoso Clinic";

    private static final String PASSWORD_LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final SecureRandom random = new SecureRandom();
    private final List<Account> accounts = new ArrayList<>();

    /** Everybody, each with a password that exists nowhere else. */
    static List<Account> withFreshPasswords() {
        Cast cast = new Cast();
        cast.add(INSTALLATION, "OPERATOR", "Orla Fennimore", "gatehouse.example");
        cast.add(ENTERPRISE, "SECURITY_ADMIN", "Sanna Wetherby", "acme-robotics.example");
        cast.add(ENTERPRISE, "TEAM_LEAD", "Tobin Marlowick", "acme-robotics.example");
        cast.add(ENTERPRISE, "END_USER", "Elin Ravensdale", "acme-robotics.example");
        cast.add(ENTERPRISE, "AUDITOR", "Aurel Pennywhistle", "acme-robotics.example");
        cast.add(PROVIDER, "SUPER_ADMIN", "Solveig Harrowgate", "northwind-security.example");
        cast.add(PROVIDER, "TECHNICIAN", "Teo Lindenbrook", "northwind-security.example");
        cast.add(PROVIDER, "SECURITY_ANALYST", "Ayla Stonebridge", "northwind-security.example");
        cast.add(PROVIDER, "ACCOUNT_MANAGER", "Milo Ashgrove", "northwind-security.example");
        cast.addCustomer(
                BANK,
                "fabrikam-bank.example",
                "Carina Holt-Ashby",
                "Rune Vandermeer-Oak",
                "Quill Tamsworth",
                "Bodil Fairwater");
        cast.addCustomer(
                CLINIC,
                "contoso-clinic.example",
                "Cato Brightwell",
                "Renske Dovecote",
                "Quincy Larkhill",
                "Beata Mossgrave");
        return List.copyOf(cast.accounts);
    }

    private void addCustomer(
            String organization, String domain, String admin, String viewer, String requester, String basic) {
        add(organization, "CUSTOMER_ADMIN", admin, domain);
        add(organization, "REPORT_VIEWER", viewer, domain);
        add(organization, "REQUEST_USER", requester, domain);
        add(organization, "BASIC_USER", basic, domain);
    }

    private void add(String organization, String role, String name, String domain) {
        String email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@" + domain;
        accounts.add(new Account(organization, role, email, name, password()));
    }

    private String password() {
        return random.ints(20, 0, PASSWORD_LETTERS.length())
                .mapToObj(index -> String.valueOf(PASSWORD_LETTERS.charAt(index)))
                .collect(Collectors.joining());
    }
}
