package io.gatehouse.notifications.mail;

import io.gatehouse.kernel.OutgoingGuard;
import io.gatehouse.kernel.PublicAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands letters to the mail server, over a socket of the guard's. */
@Component
final class Smtp {

    private final MailSettings settings;
    private final LetterForm form;
    private final String ownHost;
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    Smtp(MailSettings settings, LetterForm form, OutgoingGuard guard, PublicAddress address) {
        this.settings = settings;
        this.form = form;
        this.ownHost = address.publicAddress().getHost();
        sender.setHost(settings.host());
        sender.setPort(settings.effectivePort());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        if (!settings.username().isEmpty()) {
            sender.setUsername(settings.username());
            sender.setPassword(settings.password());
        }
        sender.setJavaMailProperties(properties(guard));
    }

    /**
     * Sends a letter.
     *
     * @param id the same for the same attempt at the same letter, so that a receiver can tell copies
     */
    void send(String id, Letter letter) throws MailFailure {
        MimeMessage message = message(id, letter);
        try {
            sender.send(message);
        } catch (MailException e) {
            throw MailFailure.of(e);
        }
    }

    private MimeMessage message(String id, Letter letter) throws MailFailure {
        try {
            Identified message = new Identified(sender.getSession(), "<" + id + "@" + ownHost + ">");
            MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            helper.setFrom(new InternetAddress(settings.sender(), Wording.line(settings.senderName()), "UTF-8"));
            helper.setTo(recipient(letter));
            helper.setSubject(Wording.line(letter.subject()));
            helper.setText(form.text(letter), form.html(letter));
            Letter.Enclosure enclosure = letter.enclosure();
            if (enclosure != null) {
                helper.addAttachment(enclosure.name(), bytes(enclosure), MediaType.APPLICATION_OCTET_STREAM_VALUE);
            }
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Auto-Response-Suppress", "All");
            return message;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw MailFailure.unsendable(e);
        }
    }

    private static ByteArrayResource bytes(Letter.Enclosure enclosure) {
        return new ByteArrayResource(enclosure.text().getBytes(StandardCharsets.UTF_8));
    }

    private static InternetAddress recipient(Letter letter) throws MessagingException, UnsupportedEncodingException {
        InternetAddress address = new InternetAddress(letter.email(), true);
        address.validate();
        if (!address.getAddress().equals(letter.email())) {
            throw new AddressException("Not an address alone");
        }
        if (letter.name() != null) {
            address.setPersonal(Wording.line(letter.name()), StandardCharsets.UTF_8.name());
        }
        return address;
    }

    private Properties properties(OutgoingGuard guard) {
        Properties properties = new Properties();
        String timeout = Long.toString(settings.timeout().toMillis());
        properties.put("mail.smtp.socketFactory", guard.sockets());
        // Without this a refused connection is tried again past the guard.
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.localhost", ownHost);
        properties.put("mail.smtp.connectiontimeout", timeout);
        properties.put("mail.smtp.timeout", timeout);
        properties.put("mail.smtp.writetimeout", timeout);
        properties.put("mail.smtp.auth", Boolean.toString(!settings.username().isEmpty()));
        boolean turns = settings.protection() == MailSettings.Protection.STARTTLS;
        properties.put("mail.smtp.starttls.enable", Boolean.toString(turns));
        properties.put("mail.smtp.starttls.required", Boolean.toString(turns));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(settings.protection() == MailSettings.Protection.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        return properties;
    }

    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
