package io.gatehouse.identity.ldap;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldap.sdk.ResultCode;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A directory in memory: plain, encrypted and by StartTLS; it counts who signs in there. */
final class TestDirectory implements AutoCloseable {

    static final String SERVICE = "cn=gatehouse,dc=example,dc=test";
    static final String SERVICE_PASSWORD = "of the service";

    /** Making one takes seconds. */
    private static final KeyPair KEY = newKey();

    private final AtomicInteger binds = new AtomicInteger();
    private final AtomicBoolean failing = new AtomicBoolean();
    private final X509Certificate certificate;
    private final InMemoryDirectoryServer server;

    TestDirectory(String mailDomain) throws Exception {
        this.certificate = certificate(KEY);
        SSLContext tls = tls(KEY, certificate);
        InetAddress here = InetAddress.getLoopbackAddress();
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=example,dc=test");
        config.setSchema(null);
        config.addAdditionalBindCredentials(SERVICE, SERVICE_PASSWORD);
        config.setAuthenticationRequiredOperationTypes(OperationType.SEARCH);
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig("plain", here, 0, tls.getSocketFactory()),
                InMemoryListenerConfig.createLDAPSConfig(
                        "encrypted", here, 0, tls.getServerSocketFactory(), tls.getSocketFactory()));
        config.addInMemoryOperationInterceptor(new InMemoryOperationInterceptor() {
            @Override
            public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request) {
                binds.incrementAndGet();
            }

            @Override
            public void processSearchRequest(InMemoryInterceptedSearchRequest request) throws LDAPException {
                if (failing.get()) {
                    throw new LDAPException(ResultCode.UNAVAILABLE, "The directory is being looked after");
                }
            }
        });
        this.server = new InMemoryDirectoryServer(config);
        server.startListening();
        fill(mailDomain);
    }

    String plain() {
        return "ldap://localhost:" + server.getListenPort("plain");
    }

    String encrypted() {
        return "ldaps://localhost:" + server.getListenPort("encrypted");
    }

    String certificatePem() throws Exception {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    /** Whether searches fail from now on. */
    void fail(boolean fails) {
        failing.set(fails);
    }

    int binds() {
        return binds.get();
    }

    @Override
    public void close() {
        server.shutDown(true);
    }

    private void fill(String mailDomain) throws Exception {
        server.add("dn: dc=example,dc=test", "objectClass: top", "objectClass: domain", "dc: example");
        server.add("dn: ou=people,dc=example,dc=test", "objectClass: organizationalUnit", "ou: people");
        server.add("dn: ou=groups,dc=example,dc=test", "objectClass: organizationalUnit", "ou: groups");
        person("ada", mailDomain);
        person("eve", mailDomain);
        group("leads", "uid=ada,ou=people,dc=example,dc=test");
        group("engineering", "cn=leads,ou=groups,dc=example,dc=test");
        group("all", "cn=engineering,ou=groups,dc=example,dc=test");
        // A circle, as directories have them.
        server.modify(
                "dn: cn=leads,ou=groups,dc=example,dc=test",
                "changetype: modify",
                "add: member",
                "member: cn=all,ou=groups,dc=example,dc=test");
        group("others", "uid=eve,ou=people,dc=example,dc=test");
    }

    private void person(String name, String mailDomain) throws Exception {
        server.add(
                "dn: uid=" + name + ",ou=people,dc=example,dc=test",
                "objectClass: person",
                "objectClass: inetOrgPerson",
                "uid: " + name,
                "cn: " + name,
                "sn: Example",
                "displayName: " + name + " Example",
                "mail: " + name + "@" + mailDomain,
                "department: Engineering",
                "userPassword: password of " + name);
    }

    private void group(String name, String member) throws Exception {
        server.add(
                "dn: cn=" + name + ",ou=groups,dc=example,dc=test",
                "objectClass: groupOfNames",
                "cn: " + name,
                "member: " + member);
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(KeyPair pair) throws Exception {
        X500Principal name = new X500Principal("CN=localhost");
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(1))),
                name,
                pair.getPublic());
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
    }

    private static SSLContext tls(KeyPair pair, X509Certificate certificate) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setKeyEntry("server", pair.getPrivate(), new char[0], new X509Certificate[] {certificate});
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
