-- How long organizations keep reported events, where they have said so; the others keep them for EVENT_RETENTION_DAYS.
CREATE TABLE event_retentions (
  organization_id uuid PRIMARY KEY REFERENCES organizations (id) ON DELETE CASCADE,
  days integer NOT NULL CHECK (days BETWEEN 1 AND 400),
  version integer NOT NULL CHECK (version > 0),
  updated_at timestamptz(3) NOT NULL
);
