import type { Db, Statement } from '../../platform/database.ts';
import type { MeasuredQuarter } from './measurements.types.ts';

// In the order of the keys, so that processes that add to the same rows cannot deadlock. An organization may have been
// deleted since the request.
const addStatement: Statement = {
  name: 'measurements.add',
  text: `INSERT INTO request_measurements AS m
           (
             organization_id, began_at, version, operation_id, api_key_id, requests, client_errors, server_errors,
             duration_us, to_1, to_2, to_3, to_4, to_6, to_8, to_11, to_15, to_20, to_30, to_40, to_60, to_80, to_110,
             to_150, to_200, to_300, to_400, to_600, to_800, to_1100, to_1500, to_2000, to_4000, to_8000, to_16000,
             above
           )
         SELECT organization_id, began_at, version, operation_id, api_key_id, requests, client_errors, server_errors,
                duration_us,
                durations[1], durations[2], durations[3], durations[4], durations[5], durations[6], durations[7],
                durations[8], durations[9], durations[10], durations[11], durations[12], durations[13], durations[14],
                durations[15], durations[16], durations[17], durations[18], durations[19], durations[20],
                durations[21], durations[22], durations[23], durations[24], durations[25], durations[26],
                durations[27]
           FROM jsonb_to_recordset($1) AS r (organization_id uuid, began_at timestamptz, version text,
                  operation_id text, api_key_id uuid, requests integer, client_errors integer, server_errors integer,
                  duration_us bigint, durations integer[])
          WHERE EXISTS (SELECT FROM organizations o WHERE o.id = r.organization_id)
          ORDER BY organization_id, began_at, version, operation_id, api_key_id
         ON CONFLICT (organization_id, began_at, version, operation_id, api_key_id)
           DO UPDATE SET
             requests = m.requests + excluded.requests, client_errors = m.client_errors + excluded.client_errors,
             server_errors = m.server_errors + excluded.server_errors,
             duration_us = m.duration_us + excluded.duration_us, to_1 = m.to_1 + excluded.to_1,
             to_2 = m.to_2 + excluded.to_2, to_3 = m.to_3 + excluded.to_3, to_4 = m.to_4 + excluded.to_4,
             to_6 = m.to_6 + excluded.to_6, to_8 = m.to_8 + excluded.to_8, to_11 = m.to_11 + excluded.to_11,
             to_15 = m.to_15 + excluded.to_15, to_20 = m.to_20 + excluded.to_20, to_30 = m.to_30 + excluded.to_30,
             to_40 = m.to_40 + excluded.to_40, to_60 = m.to_60 + excluded.to_60, to_80 = m.to_80 + excluded.to_80,
             to_110 = m.to_110 + excluded.to_110, to_150 = m.to_150 + excluded.to_150,
             to_200 = m.to_200 + excluded.to_200, to_300 = m.to_300 + excluded.to_300,
             to_400 = m.to_400 + excluded.to_400, to_600 = m.to_600 + excluded.to_600,
             to_800 = m.to_800 + excluded.to_800, to_1100 = m.to_1100 + excluded.to_1100,
             to_1500 = m.to_1500 + excluded.to_1500, to_2000 = m.to_2000 + excluded.to_2000,
             to_4000 = m.to_4000 + excluded.to_4000, to_8000 = m.to_8000 + excluded.to_8000,
             to_16000 = m.to_16000 + excluded.to_16000, above = m.above + excluded.above`,
};

const sweepStatement: Statement = {
  name: 'measurements.sweep',
  text: `DELETE FROM request_measurements m USING organizations o WHERE m.organization_id = o.id AND m.began_at < $1`,
};

/** Adds counts to the stored ones, all or none. */
export async function addMeasurements(db: Db, counts: readonly MeasuredQuarter[]): Promise<void> {
  await db.query(addStatement, [JSON.stringify(counts)]);
}

export async function deleteMeasurementsBefore(db: Db, day: string): Promise<void> {
  await db.query(sweepStatement, [day]);
}
