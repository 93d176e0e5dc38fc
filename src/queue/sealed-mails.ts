import type { Statement } from '../platform/database.ts';
import type { SealedValues } from '../platform/reseal.ts';
import { MAIL_PURPOSE } from './mail-job.ts';

interface SealedRow {
  readonly id: string;
  readonly part: string;
  readonly sealed: string;
  readonly recipient: string;
}

/** A table with payloads of `mail.send`. Its statements are written out, because SQL is never composed of strings. */
interface Place {
  readonly name: string;
  readonly list: Statement;
  readonly replace: Statement;
}

// In the order in which mails move, so that none is missed that moves meanwhile.
const places: readonly Place[] = [
  {
    name: 'mails in the outbox',
    list: {
      name: 'outbox_list_sealed_mails',
      text: `SELECT o.id::text, part.key AS part, part.value AS sealed, o.payload ->> 'to' AS recipient
               FROM outbox o CROSS JOIN LATERAL jsonb_each_text(o.payload) AS part
              WHERE o.kind = 'job' AND o.name = 'mail.send' AND part.key IN ('text', 'html')
                AND ($1::bigint IS NULL OR (o.id, part.key) > ($1::bigint, $2::text))
              ORDER BY o.id, part.key LIMIT $3`,
    },
    replace: {
      name: 'outbox_replace_sealed_mail',
      text: `UPDATE outbox SET payload = jsonb_set(payload, ARRAY[$2::text], to_jsonb($4::text))
              WHERE id = $1 AND payload ->> $2::text = $3 RETURNING id`,
    },
  },
  {
    name: 'mails in the queue',
    list: {
      name: 'queue_list_sealed_mails',
      text: `SELECT j.id::text, part.key AS part, part.value AS sealed, j.payload ->> 'to' AS recipient
               FROM graphile_worker._private_jobs j
               JOIN graphile_worker._private_tasks t ON t.id = j.task_id
              CROSS JOIN LATERAL json_each_text(j.payload) AS part
              WHERE t.identifier = 'mail.send' AND part.key IN ('text', 'html')
                AND ($1::bigint IS NULL OR (j.id, part.key) > ($1::bigint, $2::text))
              ORDER BY j.id, part.key LIMIT $3`,
    },
    replace: {
      name: 'queue_replace_sealed_mail',
      text: `UPDATE graphile_worker._private_jobs
                SET payload = jsonb_set(payload::jsonb, ARRAY[$2::text], to_jsonb($4::text))::json
              WHERE id = $1 AND payload ->> $2::text = $3 RETURNING id`,
    },
  },
  {
    name: 'mails that the outbox gave up',
    list: {
      name: 'outbox_dead_list_sealed_mails',
      text: `SELECT o.id::text, part.key AS part, part.value AS sealed, o.payload ->> 'to' AS recipient
               FROM outbox_dead o CROSS JOIN LATERAL jsonb_each_text(o.payload) AS part
              WHERE o.kind = 'job' AND o.name = 'mail.send' AND part.key IN ('text', 'html')
                AND ($1::bigint IS NULL OR (o.id, part.key) > ($1::bigint, $2::text))
              ORDER BY o.id, part.key LIMIT $3`,
    },
    replace: {
      name: 'outbox_dead_replace_sealed_mail',
      text: `UPDATE outbox_dead SET payload = jsonb_set(payload, ARRAY[$2::text], to_jsonb($4::text))
              WHERE id = $1 AND payload ->> $2::text = $3 RETURNING id`,
    },
  },
];

/** The texts of mails that are not sent yet, for `rotate-secrets`. */
export const sealedMails: readonly SealedValues[] = places.map(({ name, list, replace }) => ({
  name,
  purpose: MAIL_PURPOSE,
  list: async (db, after = [], limit) => {
    const [id = null, part = null] = after;
    const rows = await db.query<SealedRow>(list, [id, part, limit]);
    return rows.map((row) => ({
      key: [row.id, row.part],
      sealed: Buffer.from(row.sealed, 'base64url'),
      context: row.recipient,
    }));
  },
  replace: async (db, { key, sealed }, resealed) =>
    (await db.query(replace, [...key, sealed.toString('base64url'), resealed.toString('base64url')])).length === 1,
}));
