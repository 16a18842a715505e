-- Whether it was taken from what was decided beforehand: nobody decided about it, so it says nothing of how long that takes.
alter table approvals.request add beforehand boolean not null default false;
