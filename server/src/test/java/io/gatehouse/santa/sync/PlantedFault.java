package io.gatehouse.santa.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testing.ChildServer;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** One class of the server, compiled anew with one place of its source changed. */
final class PlantedFault {

    private PlantedFault() {}

    /**
     * Compiles it.
     *
     * @param folder to work in
     * @param source relative to the server's module
     * @param right text that stands in the source exactly once
     * @param wrong text to stand there instead
     * @return the folder to put before the class path
     */
    static Path in(Path folder, Path source, String right, String wrong) throws IOException {
        String text = Files.readString(source);
        assertThat(text.split(Pattern.quote(right), -1))
                .as("%s must hold once what the fault replaces: %s", source, right)
                .hasSize(2);
        Path changed = Files.writeString(
                Files.createDirectories(folder.resolve("source")).resolve(source.getFileName()),
                text.replace(right, wrong));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        compile(changed, classes);
        return classes;
    }

    private static void compile(Path source, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-d", classes.toString(), "-cp", ChildServer.classPath(), "-proc:none");
            boolean compiled = compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
            assertThat(compiled).as("%s", messages).isTrue();
        }
    }
}
