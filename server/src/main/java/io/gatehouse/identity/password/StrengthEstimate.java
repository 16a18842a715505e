package io.gatehouse.identity.password;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Estimates how many guesses a password stands, by the words, dates, keys and repetitions in it. */
@Component
final class StrengthEstimate {

    /** Characters that are looked at: the work grows faster than the length, and what is longer is strong enough. */
    private static final int LOOKED_AT = 64;

    private final Zxcvbn estimator;

    StrengthEstimate(BreachedPasswords breached) {
        try {
            this.estimator = new ZxcvbnBuilder()
                    .dictionaries(StandardDictionaries.loadAllDictionaries().stream()
                            .filter(words -> !words.getName().equals(StandardDictionaries.PASSWORDS))
                            .toList())
                    .dictionary(new Dictionary(StandardDictionaries.PASSWORDS, breached.list()))
                    .keyboards(StandardKeyboards.loadAllKeyboards())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Words that an attacker who knows the person would try first count as guessed. */
    Strength of(String password, List<String> own) {
        List<String> known = own.stream()
                .flatMap(word -> Stream.concat(Stream.of(word), Stream.of(word.split("[^\\p{L}\\p{N}]+"))))
                .filter(word -> word.length() > 2)
                .map(word -> shortened(word).toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        return estimator.measure(shortened(password), known);
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LOOKED_AT));
    }
}
