-- About when a Mac last presented a secret: kept to the minute where the secret is looked up, not at each sync.
alter table santa.enrolment_secret add column last_used_at timestamptz;
