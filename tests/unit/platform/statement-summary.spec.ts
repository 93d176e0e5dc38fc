import { expect } from 'chai';
import { summaryOf } from '../../../src/platform/statement-summary.ts';

describe('summaryOf', () => {
  const summaries: Readonly<Record<string, string>> = {
    'BEGIN;': 'BEGIN',
    COMMIT: 'COMMIT',
    'select * from "tasks" where "title" = $1': 'SELECT tasks',
    'insert into "audit_log" ("id") values ($1)': 'INSERT audit_log',
    'update "tasks" set "title" = $1 where "id" in (select "id" from "projects")': 'UPDATE tasks',
    'delete from graphile_worker.jobs where id = $1': 'DELETE graphile_worker.jobs',
    'select * from "graphile_worker"."jobs"': 'SELECT graphile_worker.jobs',
    '(select 1 from "a") union (select 2 from "b")': 'SELECT a',
    'with "found" as (select "id"\n from "labels") select * from "found"': 'WITH labels',
    'select $1::text': 'SELECT',
    '': 'SQL',
  };
  for (const [sql, summary] of Object.entries(summaries)) {
    it(`${summary} for ${JSON.stringify(sql)}`, () => {
      expect(summaryOf(sql)).to.equal(summary);
    });
  }
});
