package io.followthrough;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.temporal.TemporalAccessor;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.repository.Repository;
import org.springframework.web.bind.annotation.RestController;

/** What modules alone do not say. */
@AnalyzeClasses(packages = "io.followthrough", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ONLY_PROCESS_PACKAGES_KNOW_THE_ENGINE = noClasses()
            .that()
            .resideOutsideOfPackage("..process..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("the engine is to be replaceable, and its types are to stay in few places");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .should()
            .callMethodWhere(target(name("now"))
                    .and(target(rawParameterTypes(new Class<?>[0])))
                    .and(target(owner(assignableTo(TemporalAccessor.class)))))
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("the time machine and the tests move the one clock that is injected");

    @ArchTest
    static final ArchRule DELEGATES_AND_REPOSITORIES_ARE_NOT_PUBLIC = noClasses()
            .that()
            .areAssignableTo(JavaDelegate.class)
            .or()
            .areAssignableTo(Repository.class)
            .should()
            .bePublic()
            .because("a module is entered by its façade");

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_NOT_PUBLIC =
            classes().that().areAnnotatedWith(RestController.class).should().notBePublic();

    @ArchTest
    static final ArchRule EVERY_PACKAGE_SAYS_WHAT_MAY_BE_NULL = classes()
            .should(new ArchCondition<>("be in a package that is @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(new SimpleConditionEvent(
                            type, marked, type.getPackageName() + " has no @NullMarked package-info.java"));
                }
            });

    @ArchTest
    static final ArchRule ONLY_ONE_ADAPTER_KNOWS_JIRA = noClasses()
            .that()
            .resideOutsideOfPackages("io.followthrough.ticket.jira..", "io.followthrough.sandbox..")
            .should()
            .haveSimpleNameContaining("Jira")
            .orShould()
            .dependOnClassesThat(new DescribedPredicate<>("have Jira in their name") {
                @Override
                public boolean test(JavaClass type) {
                    return type.getSimpleName().contains("Jira");
                }
            });

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS =
            noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class);

    @ArchTest
    static final ArchRule ENTITIES_HAVE_VERBS_INSTEAD_OF_SETTERS = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .and()
            .haveNameMatching("set[A-Z].*")
            .should()
            .haveModifier(JavaModifier.PRIVATE)
            .allowEmptyShould(true);
}
