-- How the last deliveries to servers outside went, so that every process can tell (detailed health). Of the installation.
CREATE TABLE external_services (
  name text PRIMARY KEY,
  succeeded_at timestamptz(3),
  failed_at timestamptz(3),
  failure text
);
