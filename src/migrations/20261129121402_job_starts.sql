-- Whether the process of a resumable job ended in the middle of it, and how often since the job last got further.
ALTER TABLE job_cursors ADD COLUMN open_starts integer NOT NULL DEFAULT 0, ADD COLUMN started_by uuid;
