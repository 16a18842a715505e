package io.gatehouse.testkit.fleet.wire;

import java.util.Locale;

/** One field: {@code detail} names the enum or the message where the type is one of these. */
record Field(int number, FieldType type, String detail, boolean repeated, String name, String jsonName) {

    /** Reads a line such as {@code 1 string serial_number serial_num}; without a last word the JSON name is the name. */
    static Field parse(String line) {
        String[] words = line.strip().split("\\s+");
        boolean repeated = words[1].endsWith("[]");
        String type = repeated ? words[1].substring(0, words[1].length() - 2) : words[1];
        int colon = type.indexOf(':');
        String detail = colon < 0 ? "" : type.substring(colon + 1);
        FieldType kind = FieldType.valueOf((colon < 0 ? type : type.substring(0, colon)).toUpperCase(Locale.ROOT));
        return new Field(
                Integer.parseInt(words[0]), kind, detail, repeated, words[2], words.length > 3 ? words[3] : words[2]);
    }
}
