package io.gatehouse.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Random passwords of the three roles, made once and kept in files that only their owner can read. */
record Secrets(String superuser, String owner, String application) {

    static Secrets in(Path folder) throws IOException {
        return new Secrets(
                password(folder.resolve("superuser.password")),
                password(folder.resolve("owner.password")),
                password(folder.resolve("application.password")));
    }

    private static String password(Path file) throws IOException {
        if (Files.notExists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(random));
        }
        return EmbeddedPostgres.readTrimmed(file);
    }

    @Override
    public String toString() {
        return "Secrets[...]";
    }
}
