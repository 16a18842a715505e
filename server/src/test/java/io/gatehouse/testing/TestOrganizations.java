package io.gatehouse.testing;

import io.gatehouse.identity.OrganizationKind;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PersonId;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes fresh organizations with people of any role, straight in the database, so that a test begins at once. */
@Component
public final class TestOrganizations {

    /** Everybody's password. */
    public static final String PASSWORD = "a pass phrase for tests";

    private static final String PASSWORD_HASH = new Argon2PasswordEncoder(16, 32, 1, 64, 1).encode(PASSWORD);

    private final Environment environment;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Queue<OrganizationId> unchecked = new ConcurrentLinkedQueue<>();

    TestOrganizations(Environment environment) {
        var database = TestDatabase.database();
        var source = new DriverManagerDataSource(database.url(), database.ownerUser(), database.ownerPassword());
        this.environment = environment;
        this.jdbc = JdbcClient.create(source);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    /** An enterprise standing alone. */
    public TestOrganization enterprise() {
        return create(OrganizationKind.ENTERPRISE, null);
    }

    /** A provider without customers. */
    public TestOrganization provider() {
        return create(OrganizationKind.PROVIDER, null);
    }

    /** A customer of that provider. */
    public TestOrganization customerOf(TestOrganization provider) {
        return create(OrganizationKind.CUSTOMER, provider.id());
    }

    /** A person who belongs to no organization; an operator of the installation if so wanted. */
    public PersonRef person(boolean operator) {
        PersonRef person = newPerson();
        inInstallation(all -> {
            insert(all, person);
            if (operator) {
                all.sql("insert into identity.operator (person_id) values (?)")
                        .param(person.id().value())
                        .update();
            }
        });
        return person;
    }

    /** A person with that address who belongs to no organization. */
    public PersonRef person(String email) {
        PersonRef person = new PersonRef(new PersonId(Ids.next()), "Somebody", email);
        inInstallation(all -> insert(all, person));
        return person;
    }

    /** Makes an existing person a member. */
    public void join(OrganizationId organization, PersonRef person, Role... roles) {
        inInstallation(all -> insert(all, organization, person, roles));
    }

    /** Lets an existing person operate the installation. */
    public void makeOperator(PersonRef person) {
        inInstallation(all -> all.sql("insert into identity.operator (person_id) values (?)")
                .param(person.id().value())
                .update());
    }

    /** What an organization sends that demands a second factor of everybody. */
    public static Map<String, Object> secondFactorForAll() {
        return Map.of("secondFactorForAll", true, "secondFactorRoles", List.of());
    }

    /** A browser, signed in as anybody made here. */
    public Api signedIn(PersonRef person) {
        return signedIn(person.email(), null);
    }

    /** A browser that nobody has signed in with. */
    public Api browser() {
        return browser(null);
    }

    Api browser(@Nullable OrganizationId organization) {
        return new Api(
                URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port")), organization);
    }

    Api signedIn(String email, @Nullable OrganizationId organization) {
        Api browser = browser(organization);
        Api.Answer answer = browser.signIn(email, PASSWORD);
        if (answer.status() != 200) {
            throw new IllegalStateException(email + " cannot sign in: " + answer.status() + " " + answer.body());
        }
        return browser;
    }

    PersonRef member(OrganizationId organization, Role... roles) {
        PersonRef person = newPerson();
        inInstallation(all -> {
            insert(all, person);
            insert(all, organization, person, roles);
        });
        return person;
    }

    private TestOrganization create(OrganizationKind kind, @Nullable OrganizationId parent) {
        UUID id = Ids.next();
        inInstallation(all -> all.sql("""
                        insert into kernel.organization (id, parent_id, slug, name, kind, accent_color, time_zone)
                        values (?, ?, ?, ?, ?, '#336699', 'UTC')
                        """)
                .params(id, parent == null ? null : parent.value(), "o-" + id, "Organization " + id, kind.name())
                .update());
        OrganizationId made = new OrganizationId(id);
        unchecked.add(made);
        return new TestOrganization(this, made, kind);
    }

    /** Its ledger is about to be broken on purpose, and is not checked when the test class is over. */
    public void breakLedger(TestOrganization organization) {
        unchecked.remove(organization.id());
    }

    /** One that was made and not given out here yet; null when there is none. */
    @Nullable
    OrganizationId nextUnchecked() {
        return unchecked.poll();
    }

    /** Reads, as the owner, what is the organization's. */
    void read(OrganizationId organization, Consumer<JdbcClient> work) {
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("select set_config('app.organization', ?, true)")
                    .param(organization.toString())
                    .query(String.class)
                    .single();
            work.accept(jdbc);
        });
    }

    private static PersonRef newPerson() {
        UUID id = Ids.next();
        return new PersonRef(new PersonId(id), "Person " + id, "person-" + id + "@example.test");
    }

    private static void insert(JdbcClient all, PersonRef person) {
        all.sql("insert into identity.person (id, email, display_name) values (?, ?, ?)")
                .params(person.id().value(), person.email(), person.displayName())
                .update();
        all.sql("insert into identity.credential (person_id, password_hash) values (?, ?)")
                .params(person.id().value(), PASSWORD_HASH)
                .update();
    }

    private static void insert(JdbcClient all, OrganizationId organization, PersonRef person, Role... roles) {
        all.sql("insert into identity.membership (organization_id, person_id, roles) values (?, ?, ?)")
                .params(
                        organization.value(),
                        person.id().value(),
                        Arrays.stream(roles).map(Role::name).toArray(String[]::new))
                .update();
    }

    private void inInstallation(Consumer<JdbcClient> work) {
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("select set_config('app.installation', 'on', true)")
                    .query(String.class)
                    .single();
            work.accept(jdbc);
        });
    }
}
