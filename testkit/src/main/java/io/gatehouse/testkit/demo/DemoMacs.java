package io.gatehouse.testkit.demo;

import io.gatehouse.testkit.demo.DemoState.Enrolment;
import io.gatehouse.testkit.fleet.FileAccess;
import io.gatehouse.testkit.fleet.MacProfile;
import io.gatehouse.testkit.fleet.WireFormat;
import io.gatehouse.testkit.fleet.people.Habit;
import io.gatehouse.testkit.fleet.software.App;
import io.gatehouse.testkit.fleet.software.Binary;
import io.gatehouse.testkit.fleet.software.Launch;
import io.gatehouse.testkit.fleet.software.Software;
import io.gatehouse.testkit.fleet.wire.Compression;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** The Macs of the demo: who they are follows from enrolment and number, so every start makes the same ones. */
final class DemoMacs {
    private static final Duration MEAN_PAUSE = Duration.ofMinutes(6);
    private static final int ADVENTUROUSNESS = 12;
    private static final List<String> FIRST_NAMES = List.of(
            "ada", "bram", "cleo", "dario", "edda", "finn", "greta", "hugo", "ines", "jarl", "kaya", "lars", "mina",
            "noor", "otis", "petra", "quinn", "rosa", "silas", "tove", "ulla", "viggo", "wren", "yara", "zeno");
    private static final List<String> VERSIONS = List.of(
            "2026.7.1",
            "2026.7.1",
            "2026.7.1",
            "2026.6.2",
            "2026.4.3",
            "2026.1.1",
            "2025.10.2",
            "2025.6.1",
            "2024.9",
            "2023.8");
    private static final List<String> MODELS =
            List.of("Mac15,6", "Mac16,1", "Mac14,2", "Mac15,13", "Mac14,3", "Macmini9,1");
    private static final List<String> SYSTEMS = List.of("26.1/25B78", "26.0.1/25A362", "15.7.1/24G231", "14.8.1/23J30");

    private final URI address;

    DemoMacs(URI address) {
        this.address = address;
    }

    /** One Mac and how its person uses it. */
    record DemoMac(MacProfile profile, Habit habit) {}

    static String machineId(Enrolment enrolment, int number) {
        byte[] name =
                (enrolment.organization() + "/" + enrolment.name() + "/" + number).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(name).toString().toUpperCase(Locale.ROOT);
    }

    /** Every Mac; those that a person of the demo owns come first, for they are looked at first. */
    List<DemoMac> all(DemoState state) {
        List<DemoMac> owned = new ArrayList<>();
        List<DemoMac> others = new ArrayList<>();
        for (Enrolment enrolment : state.enrolments()) {
            for (int number = 0; number < enrolment.macs(); number++) {
                String id = machineId(enrolment, number);
                String owner = owner(state, id);
                (owner.isEmpty() ? others : owned).add(mac(enrolment, number, id, owner));
            }
        }
        owned.addAll(others);
        return owned;
    }

    private static String owner(DemoState state, String machineId) {
        return state.owned().entrySet().stream()
                .filter(entry -> entry.getValue().contains(machineId))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private DemoMac mac(Enrolment enrolment, int number, String id, String owner) {
        Random random = new Random(id.hashCode());
        String domain = enrolment.organization().toLowerCase(Locale.ROOT).replace(' ', '-') + ".example";
        String user = owner.isEmpty()
                ? FIRST_NAMES.get(random.nextInt(FIRST_NAMES.size())) + (number + 1)
                : owner.substring(0, owner.indexOf('.'));
        String[] system = pick(SYSTEMS, random).split("/");
        MacProfile.Builder profile = MacProfile.of(baseUrl(enrolment), id)
                .hardware(
                        serial(random),
                        user + "-mac-" + id.substring(0, 4).toLowerCase(Locale.ROOT) + "." + domain,
                        pick(MODELS, random))
                .system(system[0], system[1])
                .owner(owner.isEmpty() ? user + "@" + domain : owner, enrolment.name())
                .version(owner.isEmpty() ? pick(VERSIONS, random) : VERSIONS.getFirst())
                .format(random.nextInt(4) == 0 ? WireFormat.PROTOBUF : WireFormat.JSON)
                .compression(random.nextInt(5) == 0 ? Compression.GZIP : Compression.DEFLATE);
        return new DemoMac(profile.build(), habit(user, !owner.isEmpty() || number % 9 == 0, random));
    }

    /** The server may listen elsewhere than when it handed the URL out. */
    private URI baseUrl(Enrolment enrolment) {
        return address.resolve(URI.create(enrolment.syncBaseUrl()).getRawPath());
    }

    private static String pick(List<String> choice, Random random) {
        return choice.get(random.nextInt(choice.size()));
    }

    private static String serial(Random random) {
        return "C"
                + Long.toString(0x1000_0000_0000L + (random.nextLong() & 0x7FFF_FFFF_FFFL), 36)
                        .toUpperCase(Locale.ROOT);
    }

    private static Habit habit(String user, boolean eager, Random random) {
        List<Launch> familiar = new ArrayList<>();
        Software.officeApps().stream().map(app -> Launch.of(app, user)).forEach(familiar::add);
        Software.platformTools().stream().map(tool -> Launch.of(tool, user)).forEach(familiar::add);
        List<Launch> unfamiliar = Software.unfamiliar(user);
        int from = random.nextInt(unfamiliar.size() - 2);
        List<Launch> first =
                eager ? List.of(unfamiliar.getFirst(), unfamiliar.get(from + 1), unfamiliar.get(from + 2)) : List.of();
        return new Habit(
                first.stream().distinct().toList(), familiar, unfamiliar, watched(user), ADVENTUROUSNESS, MEAN_PAUSE);
    }

    private static List<FileAccess> watched(String user) {
        Binary runner = Software.unsigned("convert-photos", "2");
        App browser = Software.officeApps().getFirst();
        return List.of(
                new FileAccess(
                        "BrowserCookies", "3", "/Users/" + user + "/Library/Cookies/Cookies.binarycookies", runner),
                new FileAccess(
                        "Keychains", "1", "/Users/" + user + "/Library/Keychains/login.keychain-db", browser.main()));
    }
}
