-- Apart from the constraint's creation, so that the table is checked without a lock that writers notice.
ALTER TABLE outbox VALIDATE CONSTRAINT outbox_kind_check;
