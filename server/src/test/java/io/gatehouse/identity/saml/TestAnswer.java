package io.gatehouse.identity.saml;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A provider's answer that can be taken apart, changed and put together again. */
final class TestAnswer {

    static final String PROVIDER = "https://idp.example.test/metadata";
    static final String SELF = "https://gatehouse.example.test/saml/1";
    static final String CONSUMER = "https://gatehouse.example.test/saml/1/answer";
    static final String REQUEST = "_request";

    private static final String RIGHT = """
            <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" xmlns:xs="http://www.w3.org/2001/XMLSchema" ID="_response" Version="2.0" IssueInstant="2026-11-24T12:00:00Z" Destination="https://gatehouse.example.test/saml/1/answer" InResponseTo="_request"><saml:Issuer>https://idp.example.test/metadata</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status><saml:Assertion ID="_assertion" Version="2.0" IssueInstant="2026-11-24T12:00:00Z"><saml:Issuer>https://idp.example.test/metadata</saml:Issuer><saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">ada@example.test</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData InResponseTo="_request" NotOnOrAfter="2026-11-24T12:05:00Z" Recipient="https://gatehouse.example.test/saml/1/answer"/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="2026-11-24T11:59:00Z" NotOnOrAfter="2026-11-24T12:05:00Z"><saml:AudienceRestriction><saml:Audience>https://gatehouse.example.test/saml/1</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="2026-11-24T11:58:00Z" SessionIndex="session-1"><saml:AuthnContext><saml:AuthnContextClassRef>https://refeds.org/profile/mfa</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement><saml:Attribute Name="groups"><saml:AttributeValue>engineering</saml:AttributeValue><saml:AttributeValue>leads</saml:AttributeValue></saml:Attribute></saml:AttributeStatement></saml:Assertion></samlp:Response>""";

    private final Document document;

    private TestAnswer(Document document) {
        this.document = document;
    }

    /** A right one, not signed yet. */
    static TestAnswer right() {
        return of(RIGHT);
    }

    /** A right one with this text in the place of that. */
    static TestAnswer with(String that, String text) {
        if (!RIGHT.contains(that)) {
            throw new IllegalArgumentException(that);
        }
        return of(RIGHT.replace(that, text));
    }

    static TestAnswer of(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return new TestAnswer(
                    factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    TestAnswer change(Consumer<TestAnswer> change) {
        change.accept(this);
        return this;
    }

    TestAnswer signAssertion(XmlSigner signer) {
        signer.sign(assertion());
        return this;
    }

    TestAnswer signResponse(XmlSigner signer) {
        signer.sign(response());
        return this;
    }

    Element response() {
        return document.getDocumentElement();
    }

    Element assertion() {
        return first(Names.ASSERTION, "Assertion");
    }

    Element first(String namespace, String name) {
        return (Element) document.getElementsByTagNameNS(namespace, name).item(0);
    }

    Element signature() {
        return first(Names.SIGNATURE, "Signature");
    }

    Document document() {
        return document;
    }

    String text() {
        try {
            StringWriter text = new StringWriter();
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    String encoded() {
        return encode(text());
    }

    static String encode(String xml) {
        return Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
    }
}
