-- An organization that goes takes all of its rows along, table by table.
CREATE INDEX task_import_ids_organization_id_idx ON task_import_ids (organization_id);
