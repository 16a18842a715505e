-- From a file to the bundles that it is a member of.
create index bundle_member_sha256 on santa.bundle_member (organization_id, sha256);
