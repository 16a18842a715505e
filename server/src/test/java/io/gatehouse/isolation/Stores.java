package io.gatehouse.isolation;

import io.gatehouse.Gatehouse;
import io.gatehouse.kernel.Sql;
import io.gatehouse.kernel.Transactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The methods of the server that run SQL: in its byte code, and on a thread's stack. */
final class Stores {

    private static final Path CODE = code();
    private static final StackWalker STACK = StackWalker.getInstance();
    private static final String BUILDER = Sql.class.getName();
    private static final String NAMES_THE_ORGANIZATION = Transactions.class.getName() + ".name";
    private static final Set<String> ALL = find();

    private Stores() {}

    /** All of them, as {@code package.Class.method}. */
    static Set<String> all() {
        return new TreeSet<>(ALL);
    }

    private static Set<String> find() {
        Set<String> found = new TreeSet<>();
        classes()
                .forEach(type -> type.methods().stream()
                        .filter(Stores::runsSql)
                        .map(method -> name(
                                type.thisClass().asInternalName().replace('/', '.'),
                                method.methodName().stringValue()))
                        .forEach(found::add));
        found.removeIf(method -> method.startsWith(BUILDER + ".") || method.equals(NAMES_THE_ORGANIZATION));
        return found;
    }

    /** The one that the running thread is in; empty when a test or a library runs a statement of its own. */
    static String caller() {
        return STACK.walk(frames -> frames.filter(frame -> frame.getClassName().startsWith("io.gatehouse."))
                .filter(frame -> !frame.getClassName().startsWith(Stores.class.getPackageName()))
                .filter(frame -> !frame.getClassName().equals(BUILDER))
                .findFirst()
                .map(frame -> name(frame.getClassName(), frame.getMethodName()))
                .filter(ALL::contains)
                .orElse(""));
    }

    /** A lambda counts as the method that it is written in. */
    private static String name(String type, String method) {
        return type.replaceAll("\\$.*", "") + "." + method.replaceAll("^lambda\\$(.+)\\$\\d+$", "$1");
    }

    private static boolean runsSql(MethodModel method) {
        return method.code().stream().flatMap(code -> code.elementStream()).anyMatch(Stores::isRun);
    }

    private static boolean isRun(CodeElement element) {
        if (!(element instanceof InvokeInstruction call)) {
            return false;
        }
        String owner = call.owner().asInternalName();
        String name = call.name().stringValue();
        return owner.endsWith("/JdbcClient") && name.equals("sql")
                || owner.endsWith("/kernel/Sql") && name.equals("on")
                || owner.equals("java/sql/Connection") && name.equals("prepareStatement");
    }

    private static List<ClassModel> classes() {
        try (Stream<Path> files = Files.walk(CODE)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(Stores::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassModel parse(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path code() {
        try {
            return Path.of(Gatehouse.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
