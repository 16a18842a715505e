package io.gatehouse.testkit.demo;

import io.gatehouse.testkit.demo.DemoState.Enrolment;
import java.io.PrintStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code demo.json} says to scripts and the terminal to people; the file is there only while all of it is true. */
record DemoReport(String address, List<SignIn> people, List<Sync> sync) {

    /** Who may sign in. */
    record SignIn(String organization, String role, String email, String password) {}

    /** Where an organization's Macs sync. */
    record Sync(String organization, String syncBaseUrl) {}

    static DemoReport of(URI address, DemoState state) {
        Map<String, Sync> bases = new LinkedHashMap<>();
        for (Enrolment enrolment : state.enrolments()) {
            String base = address.resolve(URI.create(enrolment.syncBaseUrl()).getRawPath())
                    .toString();
            bases.putIfAbsent(enrolment.organization(), new Sync(enrolment.organization(), base));
        }
        List<SignIn> people = state.accounts().stream()
                .map(account -> new SignIn(account.organization(), account.role(), account.email(), account.password()))
                .toList();
        return new DemoReport(address.toString(), people, List.copyOf(bases.values()));
    }

    void print(PrintStream out) {
        out.println();
        out.println("Gatehouse is at " + address);
        out.println();
        for (SignIn person : people) {
            out.printf(
                    "  %-20s %-17s %-48s %s%n",
                    person.organization(), person.role(), person.email(), person.password());
        }
        out.println();
        out.println("200 Macs sync with it. Ctrl-C stops everything and keeps the data.");
        out.println();
    }
}
