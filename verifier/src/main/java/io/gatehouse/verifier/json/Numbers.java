package io.gatehouse.verifier.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Numbers as JSON allows them and as RFC 8785, which means ECMAScript, writes them. */
final class Numbers {

    private static final Pattern JSON = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final int LONGEST = 400;
    private static final int EXACT_DIGITS = 15;

    private Numbers() {}

    static boolean mayHold(byte unit) {
        return unit >= '0' && unit <= '9' || unit == '-' || unit == '+' || unit == '.' || unit == 'e' || unit == 'E';
    }

    static boolean isNumber(String digits) {
        return isShortInteger(digits)
                || digits.length() <= LONGEST && JSON.matcher(digits).matches();
    }

    static boolean isCanonical(String digits) {
        if (isShortInteger(digits)) {
            return true;
        }
        double value = Double.parseDouble(digits);
        return Double.isFinite(value) && ecmaScript(value).equals(digits);
    }

    /** Whether it is a plain integer without sign that both sides read alike. */
    private static boolean isShortInteger(String digits) {
        if (digits.isEmpty() || digits.length() > EXACT_DIGITS || digits.length() > 1 && digits.charAt(0) == '0') {
            return false;
        }
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** ECMA-262, Number::toString: the fewest digits that give the same number, and the nearest of those. */
    static String ecmaScript(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        return (value < 0 ? "-" : "") + place(digits, point);
    }

    /** Java's shortest has at least two digits; where one is enough, ECMAScript takes one. */
    private static BigDecimal shortest(double value) {
        BigDecimal two = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (two.precision() != 2) {
            return two;
        }
        BigDecimal one = new BigDecimal(value)
                .round(new MathContext(1, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        return one.doubleValue() == value ? one : two;
    }

    private static String place(String digits, int point) {
        if (digits.length() <= point && point <= 21) {
            return digits + "0".repeat(point - digits.length());
        }
        if (0 < point && point <= 21) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (-6 < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + "e" + (point > 0 ? "+" : "-") + Math.abs(point - 1);
    }
}
