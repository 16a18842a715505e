package io.gatehouse.identity.password;

import java.util.List;

/**
 * What is to be said of a password.
 *
 * @param acceptable whether it may be chosen
 * @param strength how hard it is to guess: 0 at once, 4 hardly
 * @param text why not, or that it is good
 * @param hints what would make it better
 */
public record Verdict(boolean acceptable, int strength, String text, List<String> hints) {

    static Verdict refused(String text) {
        return new Verdict(false, 0, text, List.of());
    }
}
