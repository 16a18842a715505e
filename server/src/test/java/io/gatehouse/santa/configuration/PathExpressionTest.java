package io.gatehouse.santa.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The client's reading: a ^ is put before an expression that has none, and then it is searched for. */
final class PathExpressionTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            /opt/; /opt/tool; YES
            /opt/; /Users/opt/tool; NO
            opt/; /opt/tool; NO
            .*/opt/; /Users/x/opt/tool; YES
            ^/opt/; /opt/tool; YES
            /opt/|/usr/; /Users/usr/tool; YES
            (?:/opt/|/usr/); /Users/usr/tool; NO
            ^/opt/|^/usr/; /Users/usr/tool; NO
            /opt/tool; /opt/tool2; YES
            /opt/tool$; /opt/tool2; NO
            (?!/opt/); /opt/tool; UNKNOWN
            """)
    void isReadAsAMacReadsIt(String expression, String path, PathExpression.Match match) {
        assertThat(PathExpression.match(expression, path)).isEqualTo(match);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            /opt/|/usr/; true
            ^/opt/|/usr/; true
            ^/opt/|^/usr/; false
            (?:/opt/|/usr/); false
            ((/a|/b)|/c)/d; false
            (/a|/b)|/c; true
            /opt/[|]x; false
            /opt/\\|x; false
            /opt/\\(|x; true
            """)
    void alternativesThatMatchAnywhereAreToldOf(String expression, boolean told) {
        assertThat(PathExpressionCheck.of(expression).warnings().stream()
                        .anyMatch(warning -> warning.startsWith("only the first alternative")))
                .isEqualTo(told);
    }
}
