package io.gatehouse.notifications;

import io.gatehouse.kernel.OrganizationScope;
import java.util.UUID;

/** Tells the organization's chat of things that somebody decides. */
public interface Chats {

    /** The thing is new or has changed: what the chat shows of it is brought up to date once the transaction is kept. */
    void changed(OrganizationScope scope, UUID subject);
}
