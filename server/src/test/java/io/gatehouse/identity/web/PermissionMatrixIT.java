package io.gatehouse.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.OrganizationKind;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Permission;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.SecondFactor;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Calls every endpoint of the running server as every role, as a stranger of another organization, as a suspended
 * member, as an operator and as nobody, and compares with the reviewed file. What the file says is not derived from the
 * annotations that are tested here.
 */
@ServerTest
final class PermissionMatrixIT {

    private static final String REFUSAL = "This needs ";

    /** What no program can have. */
    private static final Set<Permission> FOR_PEOPLE = EnumSet.of(
            Permission.ENGAGEMENT_MANAGE, Permission.KEY_MANAGE, Permission.REQUEST_CREATE, Permission.REQUEST_DECIDE);

    private final TestOrganizations organizations;
    private final RequestMappingHandlerMapping endpoints;
    private final ServletContext servlets;
    private final TestClock clock;
    private final Map<String, MatrixFile.Row> matrix = MatrixFile.read();

    @Autowired
    PermissionMatrixIT(
            TestOrganizations organizations,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints,
            ServletContext servlets,
            TestClock clock) {
        this.organizations = organizations;
        this.clock = clock;
        this.endpoints = endpoints;
        this.servlets = servlets;
    }

    @Test
    void theFileNamesEveryEndpointAndNoOther() {
        assertThat(matrix.keySet())
                .as("rows of permissions/matrix.csv and endpoints of the server")
                .containsExactlyInAnyOrderElementsOf(running());
    }

    @Test
    void eachRoleMayCallWhatTheFileAllowsAndNothingElse() {
        Map<OrganizationKind, TestOrganization> ofKind = ofEachKind();
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            TestOrganization organization = ofKind.values().stream()
                    .filter(candidate -> role.fits(candidate.kind()))
                    .findFirst()
                    .orElseThrow();
            Api browser = organization.as(organization.another(role));
            for (MatrixFile.Row row : rows(MatrixFile.Access.MEMBER)) {
                Api.Answer answer = call(browser, row);
                boolean refused = isRefusal(answer);
                if (refused == row.allowed().contains(role) || answer.status() == 401 || answer.status() >= 500) {
                    wrong.add(role + " " + row.endpoint() + " → " + answer.status() + " " + answer.body());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aProgramWithTheRolesPermissionsMayCallTheSameAndNothingElse() {
        Map<OrganizationKind, TestOrganization> ofKind = ofEachKind();
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            Set<Permission> permissions = EnumSet.copyOf(role.permissions());
            permissions.removeAll(FOR_PEOPLE);
            TestOrganization organization = ofKind.values().stream()
                    .filter(candidate -> role.fits(candidate.kind()))
                    .findFirst()
                    .orElseThrow();
            Api program = organization.asProgram(permissions);
            for (MatrixFile.Row row : rows(MatrixFile.Access.MEMBER)) {
                Api.Answer answer = call(program, row);
                boolean expected = row.allowed().contains(role) && !needsWhatIsForPeople(answer);
                if (isRefusal(answer) == expected || answer.status() == 401 || answer.status() >= 500) {
                    wrong.add(role + " " + row.endpoint() + " → " + answer.status() + " " + answer.body());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aProgramReachesNoOtherOrganizationAndNothingThatIsAPersons() {
        TestOrganization acme = organizations.enterprise();
        Api stranger =
                organizations.enterprise().asProgram(EnumSet.of(Permission.PEOPLE_MANAGE, Permission.EVENT_READ));
        List<String> wrong = new ArrayList<>();
        for (MatrixFile.Row row : matrix.values()) {
            if (row.access() == MatrixFile.Access.DEVICE || !path(row).startsWith("/api/")) {
                continue;
            }
            Api.Answer answer = stranger.probe(method(row), filled(row, acme), body(row));
            boolean right = row.access() == MatrixFile.Access.MEMBER
                    ? answer.status() == 404 && answer.body().contains("There is no such organization")
                    : answer.body().contains("for-people-only")
                            || row.endpoint().endsWith("openapi.json");
            if (!right) {
                wrong.add(row.endpoint() + " → " + answer.status() + " " + answer.body());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void nobodyGetsIntoAnOrganizationThatIsNotTheirs() {
        TestOrganization acme = organizations.enterprise();
        TestOrganization provider = organizations.provider();
        TestOrganization customer = organizations.customerOf(provider);
        Map<String, Api> strangers = Map.of(
                "stranger", organizations.enterprise().as(Role.SECURITY_ADMIN),
                "operator", organizations.signedIn(organizations.person(true)),
                "suspended", suspended(acme),
                "provider's admin", provider.as(Role.SUPER_ADMIN));
        List<String> wrong = new ArrayList<>();
        strangers.forEach((who, browser) -> {
            for (MatrixFile.Row row : rows(MatrixFile.Access.MEMBER)) {
                TestOrganization target = who.startsWith("provider") ? customer : acme;
                String path = filled(row, target);
                Api.Answer answer = browser.probe(method(row), path, body(row));
                if (answer.status() != 404 || !answer.body().contains("There is no such organization")) {
                    wrong.add(who + " " + row.endpoint() + " → " + answer.status() + " " + answer.body());
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void withoutASessionOnlyPublicEndpointsAnswer() {
        TestOrganization acme = organizations.enterprise();
        Api nobody = acme.anonymous();
        nobody.get("/api/session");
        List<String> wrong = new ArrayList<>();
        for (MatrixFile.Row row : matrix.values()) {
            Api.Answer answer = nobody.probe(method(row), filled(row, acme), body(row));
            boolean open = row.access() == MatrixFile.Access.PUBLIC;
            boolean refused = answer.status() == 401 || answer.status() == 403 || isOutOfReach(row, answer);
            if (open == refused) {
                wrong.add(row.endpoint() + " → " + answer.status() + " " + answer.body());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aSessionThatWaitsForItsSecondFactorReachesNothing() {
        TestOrganization acme = organizations.enterprise();
        PersonRef person = acme.another(Role.SECURITY_ADMIN);
        SecondFactor.add(acme.as(person), clock);
        Api waiting = acme.anonymous();
        assertThat(waiting.signIn(person.email(), TestOrganizations.PASSWORD).status())
                .isEqualTo(401);
        List<String> wrong = new ArrayList<>();
        for (MatrixFile.Row row :
                rows(MatrixFile.Access.PERSON, MatrixFile.Access.OPERATOR, MatrixFile.Access.MEMBER)) {
            Api.Answer answer = waiting.probe(method(row), filled(row, acme), body(row));
            boolean own = row.endpoint().contains("/api/session/second-factor");
            if (answer.status() != (own ? 200 : 401)) {
                wrong.add(row.endpoint() + " → " + answer.status() + " " + answer.body());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatAnybodyWithASessionMayCallNeedsNoRole() {
        Api operator = organizations.signedIn(organizations.person(true));
        Api outsider = organizations.signedIn(organizations.person(false));
        List<String> wrong = new ArrayList<>();
        for (MatrixFile.Row row : rows(MatrixFile.Access.PERSON, MatrixFile.Access.OPERATOR)) {
            Api.Answer asOutsider = outsider.probe(method(row), path(row), body(row));
            Api.Answer asOperator = operator.probe(method(row), path(row), body(row));
            boolean operators = row.access() == MatrixFile.Access.OPERATOR;
            if (isRefusal(asOutsider) != operators || isRefusal(asOperator) || asOperator.status() == 401) {
                wrong.add(row.endpoint() + " → " + asOutsider.status() + ", operator " + asOperator.status());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private Set<String> running() {
        Set<String> running = new TreeSet<>();
        endpoints.getHandlerMethods().forEach((mapping, endpoint) -> {
            if (PermissionInterceptor.isOurs(endpoint)
                    && !endpoint.getBeanType().equals(ErrorAnswers.class)) {
                assertThat(mapping.getMethodsCondition().getMethods())
                        .as("%s names its methods", endpoint)
                        .isNotEmpty();
                mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(
                                method -> mapping.getPatternValues().forEach(path -> running.add(method + " " + path)));
            }
        });
        servlets.getServletRegistrations().values().stream()
                .flatMap(servlet -> servlet.getMappings().stream())
                .filter(mapping -> !mapping.equals("/"))
                .forEach(mapping -> running.add("POST " + mapping));
        return running;
    }

    private Collection<MatrixFile.Row> rows(MatrixFile.Access... access) {
        Set<MatrixFile.Access> wanted = Set.of(access);
        return matrix.values().stream()
                .filter(row -> wanted.contains(row.access()))
                .toList();
    }

    private Map<OrganizationKind, TestOrganization> ofEachKind() {
        TestOrganization provider = organizations.provider();
        return new EnumMap<>(Stream.of(provider, organizations.customerOf(provider), organizations.enterprise())
                .collect(Collectors.toMap(TestOrganization::kind, organization -> organization)));
    }

    private static Api suspended(TestOrganization organization) {
        PersonRef person = organization.another(Role.SECURITY_ADMIN);
        Api.Answer answer = organization
                .as(Role.SECURITY_ADMIN)
                .post("/api/organizations/{o}/people/" + person.id() + "/suspend", Map.of("reason", "test"));
        assertThat(answer.status()).isEqualTo(200);
        return organization.as(person);
    }

    private static Api.Answer call(Api browser, MatrixFile.Row row) {
        return browser.probe(method(row), path(row).replace("{organization}", "{o}"), body(row));
    }

    private static boolean needsWhatIsForPeople(Api.Answer answer) {
        return FOR_PEOPLE.stream().anyMatch(permission -> answer.body().contains(permission.code()));
    }

    private static boolean isRefusal(Api.Answer answer) {
        return answer.status() == 403 && answer.body().contains(REFUSAL);
    }

    /** A servlet for devices treats a person as a Mac with a wrong secret. */
    private static boolean isOutOfReach(MatrixFile.Row row, Api.Answer answer) {
        return row.access() == MatrixFile.Access.DEVICE && answer.status() >= 400;
    }

    private static String method(MatrixFile.Row row) {
        return row.endpoint().split(" ")[0];
    }

    private static String filled(MatrixFile.Row row, TestOrganization organization) {
        return path(row).replace("{organization}", organization.id().toString());
    }

    private static String path(MatrixFile.Row row) {
        String path = row.endpoint().split(" ")[1].replace("{organization}", "\u0000");
        return path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString())
                .replace("\u0000", "{organization}")
                .replace("/*", "/not-a-secret/preflight/machine");
    }

    private static @Nullable Object body(MatrixFile.Row row) {
        return row.endpoint().startsWith("GET ") ? null : "{}";
    }
}
