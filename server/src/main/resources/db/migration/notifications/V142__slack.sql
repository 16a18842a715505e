-- An organization's Slack: how the server speaks there, and who signs what comes from there. Secrets are sealed.
create table notifications.slack_workspace (
    organization_id uuid primary key references kernel.organization,
    team_id         text not null check (length(team_id) between 1 and 40),
    team_name       text not null check (length(team_name) <= 200),
    channel         text not null check (length(channel) between 1 and 80),
    client_id       text not null check (length(client_id) between 1 and 100),
    bot_token       bytea not null,
    signing_secret  bytea not null,
    client_secret   bytea not null,
    -- Requests up to this risk are decided there; none when it is null.
    highest_risk    integer check (highest_risk between 0 and 100),
    resting_until   timestamptz,
    problem         text check (length(problem) <= 300),
    connected_at    timestamptz not null
);
call kernel.isolate_with_installation('notifications.slack_workspace');
grant select, insert, update, delete on notifications.slack_workspace to "${application}";

-- The message about a thing. It is due when the thing changed since.
create table notifications.slack_post (
    organization_id uuid not null references notifications.slack_workspace on delete cascade,
    subject_id      uuid not null,
    channel_id      text check (length(channel_id) <= 40),
    message         text check (length(message) <= 40),
    due_at          timestamptz,
    attempts        integer not null default 0 check (attempts >= 0),
    primary key (organization_id, subject_id)
);
create index slack_post_due on notifications.slack_post (organization_id, due_at) where due_at is not null;
call kernel.isolate_with_installation('notifications.slack_post');
grant select, insert, update, delete on notifications.slack_post to "${application}";

-- Who a member is in Slack, proven by signing in to both. The proof is how they had signed in here.
create table notifications.slack_account (
    organization_id uuid not null references notifications.slack_workspace on delete cascade,
    person_id       uuid not null,
    team_id         text not null check (length(team_id) between 1 and 40),
    user_id         text not null check (length(user_id) between 1 and 40),
    proof           text not null check (length(proof) <= 100),
    linked_at       timestamptz not null,
    primary key (organization_id, person_id),
    unique (organization_id, team_id, user_id)
);
call kernel.isolate('notifications.slack_account');
grant select, insert, delete on notifications.slack_account to "${application}";

-- A member on their way to Slack's sign-in and back: good once, and soon.
create table notifications.slack_attempt (
    organization_id uuid not null references notifications.slack_workspace on delete cascade,
    state_hash      bytea not null check (length(state_hash) = 32),
    person_id       uuid not null,
    nonce           text not null check (length(nonce) <= 100),
    expires_at      timestamptz not null,
    primary key (organization_id, state_hash)
);
call kernel.isolate('notifications.slack_attempt');
grant select, insert, delete on notifications.slack_attempt to "${application}";

-- What came from Slack within the last minutes, by its signature: nothing is taken twice.
create table notifications.slack_arrival (
    organization_id uuid not null references notifications.slack_workspace on delete cascade,
    signature       text not null check (length(signature) <= 100),
    at              timestamptz not null,
    primary key (organization_id, signature)
);
create index slack_arrival_age on notifications.slack_arrival (at);
call kernel.isolate_with_installation('notifications.slack_arrival');
grant select, insert, delete on notifications.slack_arrival to "${application}";
