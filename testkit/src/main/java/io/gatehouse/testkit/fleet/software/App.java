package io.gatehouse.testkit.fleet.software;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A bundle with every executable in it.
 *
 * @param path of the bundle
 * @param members the main executable first, then helpers
 */
public record App(String bundleId, String name, String path, String version, List<Binary> members) {

    /** Copies the members. */
    public App {
        members = List.copyOf(members);
    }

    /** What a person starts. */
    public Binary main() {
        return members.getFirst();
    }

    /** SHA-256 over the members' hexadecimal hashes, sorted and joined. */
    public String bundleHash() {
        return Hashes.sha256Hex(members.stream().map(Binary::sha256).sorted().collect(Collectors.joining()));
    }

    /** Where an executable lies within the bundle. */
    public String relativePath(Binary member) {
        return member.path().substring(path.length() + 1);
    }
}
