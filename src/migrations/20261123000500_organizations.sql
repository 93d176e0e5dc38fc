-- Deleting organizations, and inviting people into them.

-- A deleted organization is a tombstone while its rows are being removed: without a slug, a name or members.
ALTER TABLE organizations ADD COLUMN deleted_at timestamptz(3);
ALTER TABLE organizations ALTER COLUMN slug DROP NOT NULL;
ALTER TABLE organizations ADD CONSTRAINT organizations_deleted_check CHECK ((slug IS NULL) = (deleted_at IS NOT NULL));
CREATE INDEX organizations_deleted_at_idx ON organizations (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE INDEX users_home_organization_id_idx ON users (home_organization_id);
CREATE INDEX sessions_organization_id_idx ON sessions (organization_id);

-- Stored replies hold what an organization's rows say, so they go with them.
ALTER TABLE idempotency_keys ADD COLUMN organization_id uuid;

CREATE TABLE invitations (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  email text NOT NULL CHECK (email = lower(email) AND char_length(email) BETWEEN 3 AND 254),
  role text NOT NULL CHECK (role IN ('owner', 'admin', 'member', 'viewer')),
  -- A pending one past its expiry is expired, also before the sweep has said so here.
  status text NOT NULL CHECK (status IN ('pending', 'accepted', 'revoked', 'expired')),
  token_hash bytea NOT NULL CHECK (octet_length(token_hash) = 32),
  invited_by_id uuid REFERENCES users (id) ON DELETE SET NULL,
  expires_at timestamptz(3) NOT NULL,
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT invitations_token_hash_key UNIQUE (token_hash)
);
CREATE UNIQUE INDEX invitations_pending_key ON invitations (organization_id, email) WHERE status = 'pending';
CREATE INDEX invitations_list_idx ON invitations (organization_id, created_at, id);
CREATE INDEX invitations_email_order_idx ON invitations (organization_id, email, id);
CREATE INDEX invitations_email_idx ON invitations (email, created_at, id) WHERE status = 'pending';
CREATE INDEX invitations_expires_at_idx ON invitations (expires_at);

-- How many invitations an address was sent since the window began, by all organizations together.
CREATE TABLE invitation_mails (
  email text PRIMARY KEY CHECK (email = lower(email) AND char_length(email) BETWEEN 3 AND 254),
  sent integer NOT NULL CHECK (sent > 0),
  window_began_at timestamptz(3) NOT NULL
);
CREATE INDEX invitation_mails_window_began_at_idx ON invitation_mails (window_began_at);

-- The log stays append-only, with one way out: the rows of an organization that has been deleted may go, and no others.
-- That it was deleted stands in the installation's chain.
CREATE OR REPLACE FUNCTION audit_log_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.sequence IS NULL AND NEW.sequence IS NOT NULL
      AND (NEW.id, NEW.organization_id, NEW.actor_id, NEW.actor_type, NEW.credential_id, NEW.credential_type,
           NEW.action, NEW.resource_type, NEW.resource_id, NEW.project_id, NEW.before, NEW.after, NEW.request_id,
           NEW.created_at)
        IS NOT DISTINCT FROM
          (OLD.id, OLD.organization_id, OLD.actor_id, OLD.actor_type, OLD.credential_id, OLD.credential_type,
           OLD.action, OLD.resource_type, OLD.resource_id, OLD.project_id, OLD.before, OLD.after, OLD.request_id,
           OLD.created_at)
    THEN
      RETURN NEW;
    END IF;
  ELSIF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT FROM organizations WHERE id = OLD.organization_id AND deleted_at IS NOT NULL) THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION 'audit_log is append-only' USING ERRCODE = 'restrict_violation';
END
$$;
