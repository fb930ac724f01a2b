package io.github.headroom4j.eval;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the design about packages. Each was broken on purpose once to see its test fail. */
class ArchitectureTest {

    private static final Pattern MONITOR =
            Pattern.compile("(?m)^ *(?:(?:public|protected|private|static|final) )*+synchronized[ (]");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.headroom4j");

    @Test
    void only_the_tool_package_of_the_engine_knows_langchain4j() {
        ArchRule rule = noClasses()
                .that()
                .resideInAnyPackage(
                        "io.github.headroom4j",
                        "io.github.headroom4j.token..",
                        "io.github.headroom4j.content..",
                        "io.github.headroom4j.compressor..",
                        "io.github.headroom4j.original..",
                        "io.github.headroom4j.resilience..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.langchain4j..");
        rule.check(CLASSES);
    }

    @Test
    void what_is_optional_for_users_stays_in_its_package() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.github.headroom4j.rag.onnx", "io.github.headroom4j.eval..")
                .and()
                // Its jar brings the runtime along, and whoever excludes the jar never loads the class.
                .haveNameNotMatching(".*\\.rag\\.BundledModel(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.onnxruntime..", "ai.djl..", "io.github.headroom4j.rag.onnx")
                .check(CLASSES);
    }

    @Test
    void only_the_provider_package_knows_models_and_nothing_else_the_network() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.github.headroom4j.eval.reader.model.provider")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.langchain4j.model.openai..",
                        "dev.langchain4j.model.anthropic..",
                        "dev.langchain4j.model.ollama..",
                        "de.kherud..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("io.github.headroom4j.eval..")
                .and()
                .resideOutsideOfPackages(
                        "io.github.headroom4j.eval.reader.model.provider",
                        "io.github.headroom4j.eval.reader.model.http")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "dev.langchain4j.http..")
                .check(CLASSES);
    }

    @Test
    void packages_have_no_cycles() {
        // Not by a pattern: with "io.github.headroom4j.(**)" the root is in no slice, and cycles through it pass.
        slices().assignedFrom(new EveryPackage()).should().beFreeOfCycles().check(CLASSES);
    }

    private static final class EveryPackage implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass one) {
            return one.getPackageName().startsWith("io.github.headroom4j")
                    ? SliceIdentifier.of(one.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "every package";
        }
    }

    /** What several compressors are made of: tables, templates of lines, passages of prose. */
    private static final String[] SHARED = {"..compressor.table..", "..compressor.template..", "..compressor.passage.."
    };

    @Test
    void compressors_do_not_know_each_other() {
        slices().matching("io.github.headroom4j.compressor.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(alwaysTrue(), resideInAnyPackage(SHARED))
                .check(CLASSES);
    }

    @Test
    void a_compressor_package_shows_its_compressor_only() {
        classes()
                .that()
                .resideInAPackage("io.github.headroom4j.compressor.*..")
                .and()
                .resideOutsideOfPackages(SHARED)
                .and()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .should()
                .haveSimpleNameEndingWith("Compressor")
                .check(CLASSES);
    }

    @Test
    void what_compressors_share_knows_no_compressor() {
        noClasses()
                .that()
                .resideInAnyPackage(SHARED)
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.github.headroom4j.compressor.*..").and(not(resideInAnyPackage(SHARED))))
                .check(CLASSES);
        slices().matching("io.github.headroom4j.compressor.(table|template|passage)..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
    }

    @Test
    void no_package_is_split_over_two_modules() {
        Map<String, Set<String>> modules = new TreeMap<>();
        for (JavaClass one : CLASSES) {
            String file = one.getSource().orElseThrow().getUri().toString();
            String inModule = one.getName().replace('.', '/');
            modules.computeIfAbsent(one.getPackageName(), name -> new TreeSet<>())
                    .add(file.substring(0, file.indexOf(inModule)));
        }
        assertThat(modules)
                .isNotEmpty()
                .allSatisfy((name, places) -> assertThat(places).as(name).hasSize(1));
    }

    /** Where monitors are, they are around maps on the heap and nothing else. */
    @Test
    void no_monitor_of_ours_is_held_around_work_that_waits() throws IOException {
        Set<String> monitors = new TreeSet<>();
        for (String module : List.of("langchain4j-headroom", "memory-store", "rag-augmentor")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (MONITOR.matcher(Files.readString(file)).find()) {
                        monitors.add(String.valueOf(file.getFileName()));
                    }
                }
            }
        }
        assertThat(monitors)
                .containsExactly("Remembered.java", "RenewalMemo.java", "SharedEntries.java", "SharedViews.java");
    }
}
