package io.gatehouse.identity.saml;

import static io.gatehouse.identity.saml.SamlChecks.check;
import static io.gatehouse.identity.saml.SamlChecks.refused;
import static io.gatehouse.identity.saml.SamlChecks.signer;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/**
 * Signature wrapping: whoever holds one answer of the provider, rightly signed for themselves, moves what was signed
 * elsewhere and puts a forged part in its place. The first eight are the ones known from the literature.
 */
class WrappingTest {

    enum Attack {
        FORGED_ANSWER_AROUND_THE_OBJECT_WITH_THE_SIGNED_ONE(true, answer -> {
            Element signed = copy(answer.response());
            remove(signed, Names.SIGNATURE, "Signature");
            object(answer).appendChild(signed);
            forge(answer.response(), "_forged");
        }),
        FORGED_ANSWER_BESIDE_THE_SIGNED_ONE(true, answer -> {
            Element signed = copy(answer.response());
            remove(signed, Names.SIGNATURE, "Signature");
            answer.response().insertBefore(signed, answer.signature());
            forge(answer.response(), "_forged");
        }),
        FORGED_ASSERTION_BEFORE_THE_SIGNED_ONE(false, answer -> {
            Element forged = forgedAssertion(answer);
            answer.response().insertBefore(forged, answer.assertion());
        }),
        SIGNED_ASSERTION_WITHIN_THE_FORGED_ONE(false, answer -> {
            Element signed = answer.assertion();
            Element forged = forgedAssertion(answer);
            answer.response().replaceChild(forged, signed);
            forged.appendChild(signed);
        }),
        FORGED_ASSERTION_WITH_THE_SIGNATURE_AND_THE_SIGNED_ONE_BEHIND(false, answer -> {
            Element signed = copy(answer.assertion());
            remove(signed, Names.SIGNATURE, "Signature");
            forge(answer.assertion(), "_forged");
            answer.response().appendChild(signed);
        }),
        SIGNED_ASSERTION_WITHIN_THE_SIGNATURE_OF_THE_FORGED_ONE(false, answer -> {
            Element signed = copy(answer.assertion());
            remove(signed, Names.SIGNATURE, "Signature");
            answer.signature().appendChild(signed);
            forge(answer.assertion(), "_forged");
        }),
        FORGED_ASSERTION_IN_EXTENSIONS(false, answer -> {
            Element extensions = answer.document().createElementNS(Names.PROTOCOL, "samlp:Extensions");
            extensions.appendChild(forgedAssertion(answer));
            answer.response().insertBefore(extensions, answer.first(Names.PROTOCOL, "Status"));
        }),
        SIGNED_ASSERTION_IN_AN_OBJECT_OF_THE_FORGED_ONES_SIGNATURE(false, answer -> {
            Element signed = copy(answer.assertion());
            remove(signed, Names.SIGNATURE, "Signature");
            object(answer).appendChild(signed);
            forge(answer.assertion(), "_forged");
        }),
        SAME_ID_TWICE(false, answer -> {
            Element signed = copy(answer.assertion());
            forge(answer.assertion(), "_assertion");
            answer.response().appendChild(signed);
        }),
        SIGNATURE_OF_THE_ASSERTION_ON_THE_ANSWER(false, answer -> {
            answer.response().insertBefore(answer.signature(), answer.first(Names.PROTOCOL, "Status"));
            Element signed = answer.assertion();
            Element forged = forgedAssertion(answer);
            answer.response().replaceChild(forged, signed);
            forged.appendChild(signed);
        }),
        FORGED_ASSERTION_BEHIND_THE_SIGNED_ONE(
                false, answer -> answer.response().appendChild(forgedAssertion(answer))),
        FORGED_ASSERTION_IN_THE_ADVICE(false, answer -> {
            Element advice = answer.document().createElementNS(Names.ASSERTION, "saml:Advice");
            advice.appendChild(forgedAssertion(answer));
            answer.assertion().appendChild(advice);
        }),
        SIGNED_ANSWER_WITHIN_THE_STATUS(true, answer -> {
            Element signed = copy(answer.response());
            Element detail = answer.document().createElementNS(Names.PROTOCOL, "samlp:StatusDetail");
            detail.appendChild(signed);
            answer.first(Names.PROTOCOL, "Status").appendChild(detail);
            forge(answer.response(), "_forged");
        }),
        FORGED_ENCRYPTED_ASSERTION_BESIDE_THE_SIGNED_ONE(
                false,
                answer -> answer.response()
                        .appendChild(answer.document().createElementNS(Names.ASSERTION, "saml:EncryptedAssertion")));

        final boolean onResponse;
        final Consumer<TestAnswer> move;

        Attack(boolean onResponse, Consumer<TestAnswer> move) {
            this.onResponse = onResponse;
            this.move = move;
        }
    }

    @ParameterizedTest
    @EnumSource
    void isRefused(Attack attack) {
        refused(check(answer(attack).encoded()), Refusal.AMBIGUOUS);
    }

    /** With the outer ids renamed to what the reference says, so that no check of ids alone is what saves us. */
    @ParameterizedTest
    @MethodSource("attacksWithTheSignedIdElsewhere")
    void isRefusedWhoeverHasTheId(Attack attack, String signedId, String otherId) {
        String text = answer(attack)
                .text()
                .replace("ID=\"" + signedId + "\"", "ID=\"" + otherId + "\"")
                .replace("ID=\"_forged\"", "ID=\"" + signedId + "\"");
        refused(check(TestAnswer.encode(text)), Refusal.AMBIGUOUS, Refusal.WRONG_SIGNATURE);
    }

    static Stream<Object[]> attacksWithTheSignedIdElsewhere() {
        return Arrays.stream(Attack.values())
                .map(attack -> new Object[] {attack, attack.onResponse ? "_response" : "_assertion", "_moved"});
    }

    private static TestAnswer answer(Attack attack) {
        TestAnswer answer = TestAnswer.right();
        return (attack.onResponse ? answer.signResponse(signer()) : answer.signAssertion(signer())).change(attack.move);
    }

    private static Element forgedAssertion(TestAnswer answer) {
        Element forged = copy(answer.assertion());
        remove(forged, Names.SIGNATURE, "Signature");
        forge(forged, "_forged");
        return forged;
    }

    private static void forge(Element element, String id) {
        element.setAttribute("ID", id);
        element.getElementsByTagNameNS(Names.ASSERTION, "NameID").item(0).setTextContent("eve@example.test");
    }

    private static Element object(TestAnswer answer) {
        Element object = answer.document().createElementNS(Names.SIGNATURE, "ds:Object");
        answer.signature().appendChild(object);
        return object;
    }

    private static Element copy(Element element) {
        return (Element) element.cloneNode(true);
    }

    private static void remove(Element parent, String namespace, String name) {
        Element child = (Element) parent.getElementsByTagNameNS(namespace, name).item(0);
        if (child != null) {
            child.getParentNode().removeChild(child);
        }
    }
}
