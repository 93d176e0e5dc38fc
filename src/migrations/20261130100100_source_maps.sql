-- Source maps of minified files, by which frames of reported errors are shown as in the original sources.
CREATE TABLE source_maps (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  project_id uuid NOT NULL,
  release text NOT NULL CHECK (char_length(release) BETWEEN 1 AND 200),
  file text NOT NULL CHECK (char_length(file) BETWEEN 1 AND 400),
  source_count integer NOT NULL CHECK (source_count >= 0),
  map_bytes integer NOT NULL CHECK (map_bytes >= 0),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  -- When a report last needed it, to the day.
  used_at timestamptz(3) NOT NULL,
  -- JSON, compressed by Brotli.
  map bytea NOT NULL,
  CONSTRAINT source_maps_file_key UNIQUE (organization_id, project_id, release, file),
  FOREIGN KEY (organization_id, project_id) REFERENCES projects (organization_id, id) ON DELETE CASCADE
);
ALTER TABLE source_maps ALTER COLUMN map SET STORAGE EXTERNAL;
CREATE INDEX source_maps_list_idx ON source_maps (organization_id, project_id, created_at, id);
