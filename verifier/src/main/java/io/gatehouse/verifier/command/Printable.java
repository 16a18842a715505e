package io.gatehouse.verifier.command;

import java.util.stream.Collectors;

/** Texts out of files, so that they cannot steer a terminal or turn what stands around them. */
final class Printable {

    private Printable() {}

    static String of(String text) {
        return text.codePoints()
                .mapToObj(point -> isPlain(point) ? Character.toString(point) : String.format("\\u%04x", point))
                .collect(Collectors.joining());
    }

    private static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
