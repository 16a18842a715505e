package io.gatehouse.vault;

import io.gatehouse.kernel.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The key that wraps all other keys. Whoever has it and the database can read every secret; back it up apart. */
@Component
final class MasterKey {

    private static final String FILE = "master.key";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final int NAME_BYTES = 8;

    private final AesGcm cipher;
    private final String name;

    MasterKey(VaultSettings settings, DataFolder folder) {
        byte[] key = settings.masterKey().isBlank()
                ? fromFile(folder.path().toAbsolutePath().resolve(FILE))
                : decode(settings.masterKey(), "gatehouse.vault.master-key");
        this.cipher = new AesGcm(key);
        this.name = HexFormat.of().formatHex(AesGcm.fingerprint(key), 0, NAME_BYTES);
    }

    AesGcm cipher() {
        return cipher;
    }

    /** Tells master keys apart without revealing anything of them. */
    String name() {
        return name;
    }

    private static byte[] fromFile(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            if (posix(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw new IllegalStateException(file + " must be readable by its owner only: chmod 600");
            }
            return decode(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("The master key " + file + " cannot be read", e);
        }
    }

    private static void create(Path file) throws IOException {
        Path folder = Files.createDirectories(file.resolveSibling(""));
        Path draft = posix(folder)
                ? Files.createTempFile(folder, FILE, ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY))
                : Files.createTempFile(folder, FILE, ".new");
        try {
            Files.writeString(draft, Base64.getEncoder().encodeToString(AesGcm.newKey()) + "\n");
            // A link never replaces: a second key would make everything sealed before unreadable.
            Files.createLink(file, draft);
        } finally {
            Files.delete(draft);
        }
    }

    private static boolean posix(Path file) throws IOException {
        return Files.getFileStore(file).supportsFileAttributeView("posix");
    }

    private static byte[] decode(String text, String where) {
        try {
            byte[] key = Base64.getDecoder().decode(text.strip());
            if (key.length == AesGcm.KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(where + " must be 32 bytes in Base64");
        }
        throw new IllegalStateException(where + " must be 32 bytes in Base64");
    }
}
