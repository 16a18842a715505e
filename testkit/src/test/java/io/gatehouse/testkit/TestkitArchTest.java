package io.gatehouse.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class TestkitArchTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.gatehouse.testkit");

    @Test
    void standInsShareNothingWithTheProduct() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.gatehouse..").and(not(resideInAPackage("io.gatehouse.testkit.."))))
                .check(classes);
    }

    @Test
    void packagesDoNotGoInCircles() {
        slices().matching("io.gatehouse.testkit.(**)").should().beFreeOfCycles().check(classes);
    }
}
