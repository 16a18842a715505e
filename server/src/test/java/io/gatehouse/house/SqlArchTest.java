package io.gatehouse.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.Gatehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Reads the byte code: SQL is written, never put together from strings, and keeps to its module's schema. */
final class SqlArchTest {

    private static final Set<String> SCHEMAS =
            Set.of("kernel", "framework", "ledger", "identity", "vault", "notifications", "approvals", "santa");
    private static final Set<String> FOR_ALL = Set.of("kernel");
    /** Put together from constants of the code alone, each read by a reviewer; a new one needs the same. */
    private static final Set<String> REVIEWED = Set.of(
            "io.gatehouse.kernel.Partitions.make",
            "io.gatehouse.kernel.Partitions.dropOld",
            "io.gatehouse.kernel.Partitions.deleteOld",
            "io.gatehouse.santa.policy.LayerWriter.moveHeads",
            "io.gatehouse.santa.policy.PublicationStore.keyed",
            "io.gatehouse.santa.events.intake.Call.prepare",
            "io.gatehouse.santa.rules.RuleStore.insert",
            "io.gatehouse.santa.rules.RuleStore.update",
            "io.gatehouse.santa.software.DetailStore.family");

    private static final Pattern TABLE = Pattern.compile(
            "\\b(?:from|join|into|update|using|table|references)\\s+(?:only\\s+)?(" + String.join("|", SCHEMAS)
                    + ")\\.[a-z_]+",
            Pattern.CASE_INSENSITIVE);

    @Test
    void sqlIsAConstantWhereverItIsRun() {
        List<String> wrong = new ArrayList<>();
        classes()
                .filter(type -> !name(type).equals("io.gatehouse.kernel.Sql"))
                .forEach(type -> type.methods().forEach(method -> wrong.addAll(madeUp(type, method))));
        wrong.removeAll(REVIEWED);
        assertThat(wrong).isEmpty();
    }

    @Test
    void nobodyReadsAnotherModulesTables() {
        List<String> wrong = new ArrayList<>();
        classes()
                .forEach(type -> constants(type)
                        .forEach(text -> TABLE.matcher(text)
                                .results()
                                .map(MatchResult::group)
                                .filter(found -> isForeign(type, found))
                                .forEach(found -> wrong.add(name(type) + ": " + found))));
        assertThat(wrong).isEmpty();
    }

    @Test
    void thisTestSeesSqlAtAll() {
        assertThat(classes()
                        .flatMap(SqlArchTest::constants)
                        .filter(text -> TABLE.matcher(text).find())
                        .count())
                .isGreaterThan(50);
    }

    private static boolean isForeign(ClassModel type, String found) {
        String schema = found.replaceAll("(?s).*\\s", "").replaceAll("\\..*", "");
        return !FOR_ALL.contains(schema)
                && !name(type).startsWith("io.gatehouse." + schema + ".")
                && !(schema.equals("framework") && name(type).startsWith("io.gatehouse.kernel."));
    }

    private static List<String> madeUp(ClassModel type, MethodModel method) {
        List<String> wrong = new ArrayList<>();
        method.code().ifPresent(code -> {
            Instruction before = null;
            for (CodeElement element : code) {
                if (element instanceof InvokeInstruction call
                        && runsSql(call)
                        && !(before instanceof ConstantInstruction)) {
                    wrong.add(name(type) + "." + method.methodName().stringValue());
                }
                if (element instanceof Instruction instruction) {
                    before = instruction;
                }
            }
        });
        return wrong;
    }

    /** Whatever is put together at run time goes through {@code kernel.Sql}, which keeps values apart from the text. */
    private static boolean runsSql(InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        String target = call.name().stringValue() + call.type().stringValue();
        return (owner.endsWith("/JdbcClient") && target.startsWith("sql(Ljava/lang/String;)"))
                || (owner.equals("java/sql/Connection") && target.startsWith("prepareStatement(Ljava/lang/String;)"))
                || (owner.equals("java/sql/Statement") && target.startsWith("execute(Ljava/lang/String;)"));
    }

    private static Stream<String> constants(ClassModel type) {
        return StreamSupport.stream(type.constantPool().spliterator(), false)
                .filter(StringEntry.class::isInstance)
                .map(entry -> ((StringEntry) entry).stringValue());
    }

    private static String name(ClassModel type) {
        return type.thisClass().asInternalName().replace('/', '.');
    }

    private static Stream<ClassModel> classes() {
        try {
            Path root = Path.of(Gatehouse.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(root)) {
                return files
                        .filter(file -> file.toString().endsWith(".class"))
                        .map(SqlArchTest::parse)
                        .toList()
                        .stream();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ClassModel parse(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
