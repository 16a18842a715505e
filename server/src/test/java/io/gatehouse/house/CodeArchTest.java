package io.gatehouse.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.gatehouse.kernel.Problem;
import io.gatehouse.kernel.PublicEndpoint;
import io.gatehouse.kernel.Requires;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What every class of the server keeps to. */
@AnalyzeClasses(packages = "io.gatehouse", importOptions = CodeArchTest.Server.class)
final class CodeArchTest {

    @ArchTest
    static final ArchRule STORES_ARE_HIDDEN = classes()
            .that()
            .haveSimpleNameEndingWith("Store")
            .should()
            .bePackagePrivate()
            .andShould()
            .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule WHAT_SPEAKS_SQL_IS_HIDDEN = classes()
            .that(speakSql())
            .and()
            .resideOutsideOfPackage("io.gatehouse.kernel")
            .should()
            .bePackagePrivate()
            // Both answer the sync from one query of their own, and keep the answer in memory.
            .orShould()
            .haveSimpleName("Secrets")
            .orShould()
            .haveSimpleName("SigningKey");

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS =
            noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class);

    @ArchTest
    static final ArchRule FIELDS_ARE_HIDDEN = fields().that()
            .areNotStatic()
            .and()
            .areDeclaredInClassesThat()
            .areNotEnums()
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule EVERY_ENDPOINT_SAYS_WHO_MAY_CALL_IT = methods()
            .that()
            .areMetaAnnotatedWith(RequestMapping.class)
            .should()
            .beAnnotatedWith(Requires.class)
            .orShould()
            .beAnnotatedWith(PublicEndpoint.class);

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_HIDDEN =
            classes().that().areAnnotatedWith(RestController.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule THE_CLOCK_IS_A_DEPENDENCY = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.OffsetDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould(callClockOutsideOfTheKernel());

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper");

    @ArchTest
    static final ArchRule PROBLEMS_ARE_ENUMS =
            classes().that().implement(Problem.class).should().beEnums();

    @ArchTest
    static final ArchRule NOBODY_WRITES_TO_THE_CONSOLE = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule NULLS_ARE_DECLARED = classes().should(new ArchCondition<>("be in a @NullMarked package") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
            events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not @NullMarked"));
        }
    });

    private static DescribedPredicate<JavaClass> speakSql() {
        return DescribedPredicate.describe(
                "speak SQL",
                type -> type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(JdbcClient.class)
                                && call.getName().equals("sql")));
    }

    /** The server's own classes, without the stand-ins that its tests use. */
    static final class Server implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return location.contains("/server/target/classes/");
        }
    }

    private static ArchCondition<JavaClass> callClockOutsideOfTheKernel() {
        return new ArchCondition<>("make a clock outside of the kernel") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean makes = !type.getPackageName().equals("io.gatehouse.kernel")
                        && type.getMethodCallsFromSelf().stream()
                                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Clock.class)
                                        && call.getName().startsWith("system"));
                events.add(new SimpleConditionEvent(type, makes, type.getName() + " makes a clock"));
            }
        };
    }
}
