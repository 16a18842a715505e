package io.gatehouse.testkit.fleet.software;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The software of the simulated world. All hashes are derived from names and versions, so the same catalogue comes out
 * everywhere; makers, products and people in it do not exist.
 */
public final class Software {
    private static final long SIGNED_AT = 1_767_225_600L;
    private static final Certificate ROOT = new Certificate(
            Hashes.sha256Hex("certificate/root"),
            "Example Root CA",
            "Example Certification",
            "Root",
            1_146_000_000L,
            2_100_000_000L);
    private static final Certificate INTERMEDIATE = new Certificate(
            Hashes.sha256Hex("certificate/intermediate"),
            "Developer ID Certification Authority",
            "Example Certification",
            "Intermediate",
            1_340_000_000L,
            2_000_000_000L);
    private static final List<Certificate> PLATFORM_CHAIN = List.of(
            new Certificate(
                    Hashes.sha256Hex("certificate/platform"),
                    "Software Signing",
                    "Platform Vendor",
                    "Platform Software",
                    1_400_000_000L,
                    2_000_000_000L),
            ROOT);

    private static final Map<String, String> ENTITLEMENTS = Map.of(
            "com.apple.security.app-sandbox", "true",
            "com.apple.security.application-groups", "[\"test.example.shared\"]");

    private Software() {}

    /** A maker of signed software: a name and the ten characters of its team. */
    public record Maker(String name, String teamId) {
        Certificate leaf() {
            return new Certificate(
                    Hashes.sha256Hex("certificate/" + teamId),
                    "Developer ID Application: " + name + " (" + teamId + ")",
                    name,
                    teamId,
                    1_700_000_000L,
                    1_857_000_000L);
        }
    }

    /** A maker whose team id follows from its name. */
    public static Maker maker(String name) {
        return new Maker(name, Hashes.sha256Hex("team/" + name).substring(0, 10).toUpperCase(Locale.ROOT));
    }

    /** A signed app with a main executable and helpers. */
    public static App app(Maker maker, String name, String version, int helpers) {
        String word = word(name);
        String bundleId = "test.example." + word;
        String path = "/Applications/" + name + ".app";
        List<Binary> members = new ArrayList<>();
        members.add(signed(maker, bundleId, path + "/Contents/MacOS", name, version));
        for (int helper = 1; helper <= helpers; helper++) {
            String helperName = name + " Helper " + helper;
            members.add(signed(maker, bundleId + ".helper" + helper, path + "/Contents/Helpers", helperName, version));
        }
        return new App(bundleId, name, path, version, members);
    }

    /** A command-line tool with a production signature. */
    public static Binary tool(Maker maker, String name, String version) {
        return signed(maker, "test.example." + word(name), "/usr/local/bin", word(name), version);
    }

    /** A tool signed on the machine that built it: no team, no certificate. */
    public static Binary adHoc(String name, String version) {
        Signature signature = new Signature(
                SigningStatus.ADHOC,
                "",
                word(name),
                Hashes.cdhash(name + version),
                false,
                List.of(),
                true,
                0,
                Map.of());
        return new Binary(fileHash(name, version), "/opt/tools/bin", word(name), signature, null);
    }

    /** A downloaded script runner or build product without any signature. */
    public static Binary unsigned(String name, String version) {
        return new Binary(
                fileHash(name, version), "/Users/Shared/Downloads", word(name), Signature.NONE, downloaded(name));
    }

    /** A file whose signature does not fit it. */
    public static Binary tampered(Maker maker, String name, String version) {
        Signature good =
                signed(maker, "test.example." + word(name), "", "", version).signature();
        Signature broken = new Signature(
                SigningStatus.INVALID,
                good.teamId(),
                good.signingId(),
                good.cdhash(),
                false,
                good.chain(),
                true,
                SIGNED_AT,
                Map.of());
        return new Binary(
                fileHash(name + " tampered", version), "/Users/Shared/Downloads", word(name), broken, downloaded(name));
    }

    /** Part of the operating system. */
    public static Binary platform(String name) {
        Signature signature = new Signature(
                SigningStatus.PRODUCTION,
                "",
                "com.example.platform." + name,
                Hashes.cdhash("platform " + name),
                true,
                PLATFORM_CHAIN,
                true,
                SIGNED_AT,
                Map.of());
        return new Binary(fileHash("platform " + name, "26.1"), "/usr/bin", name, signature, null);
    }

    private static Download downloaded(String name) {
        String site = "https://downloads.example.test/";
        return new Download(site + word(name) + ".zip", site, "test.example.larkspur-browser", SIGNED_AT);
    }

    private static Binary signed(Maker maker, String signingId, String directory, String fileName, String version) {
        Signature signature = new Signature(
                SigningStatus.PRODUCTION,
                maker.teamId(),
                signingId,
                Hashes.cdhash(signingId + version),
                false,
                List.of(maker.leaf(), INTERMEDIATE, ROOT),
                true,
                SIGNED_AT + Math.floorMod(version.hashCode(), 20_000_000),
                ENTITLEMENTS);
        return new Binary(fileHash(signingId, version), directory, fileName, signature, null);
    }

    private static String fileHash(String name, String version) {
        return Hashes.sha256Hex("file/" + name + "/" + version);
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** Apps that people in offices use; all of them signed by makers. */
    public static List<App> officeApps() {
        return List.of(
                app(maker("Larkspur Software"), "Larkspur Browser", "131.2", 4),
                app(maker("Larkspur Software"), "Larkspur Mail", "9.4", 1),
                app(maker("Quillworks"), "Quill Notes", "4.1", 2),
                app(maker("Brightfold"), "Foldboard", "2.18", 3),
                app(maker("Meridian Meetings"), "Meridian Calls", "6.3", 2),
                app(maker("Copperline"), "Ledgerly", "12.0", 0),
                app(maker("Halden Design"), "Halden Draw", "3.7", 1),
                app(maker("Pinewood Media"), "Pinecast", "1.9", 0));
    }

    /** Software that a lockdown meets first: new apps, tools of developers, and things from the net. */
    public static List<Launch> unfamiliar(String user) {
        App tinkerbox = app(maker("Tinker and Sons"), "Tinkerbox", "0.8", 2);
        return List.of(
                Launch.of(tinkerbox, user),
                Launch.of(app(maker("Skiff Labs"), "Skiff Sync", "5.0", 1), user),
                Launch.of(app(maker("Ottermark"), "Ottermark", "1.2", 0), user),
                Launch.of(app(maker("Glasshouse Games"), "Marble Run", "1.0", 0), user),
                Launch.of(tool(maker("Fernweh Tools"), "fern", "2.4"), user),
                Launch.of(tool(maker("Stackyard"), "stackyard-cli", "0.31"), user),
                Launch.of(adHoc("protoc-gen-notes", "1.3"), user),
                Launch.of(adHoc("kubeview", "0.9"), user),
                Launch.of(unsigned("installer-helper", "1"), user),
                Launch.of(unsigned("convert-photos", "2"), user),
                Launch.of(tampered(maker("Ottermark"), "Ottermark Updater", "1.2"), user));
    }

    /** Parts of the operating system, which always run. */
    public static List<Binary> platformTools() {
        return List.of(platform("ls"), platform("ssh"), platform("python3"), platform("softwareupdated"));
    }
}
