grant usage on schema "${flyway:defaultSchema}" to "${application}";
