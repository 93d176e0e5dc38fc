import { hash } from 'node:crypto';
import { expect } from 'chai';
import { createDemoService } from '../../../../src/modules/onboarding/demo.service.ts';
import { createInvitationService } from '../../../../src/modules/organizations/index.ts';
import { useDatabase } from '../../../support/use-database.ts';

describe('the demo', () => {
  const database = useDatabase();

  const sendMail = (): Promise<void> => Promise.resolve();
  const publicUrl = 'http://localhost:8080';
  const createInvitation = createInvitationService({ publicUrl, sendMail });
  const createDemo = createDemoService({ createInvitation, publicUrl });
  const create = () =>
    database.db.transaction((db) =>
      createDemo({ db, actor: undefined, request_id: 'demo', now: new Date('2026-11-23T12:00:00Z') }),
    );
  const rowsOf = async <Row>(text: string): Promise<Row[]> =>
    database.db.query<Row>({ name: hash('sha1', text), text }, []);

  it('shows open, private and archived projects, people in them, and milestones behind and ahead', async () => {
    const startedAt = performance.now();
    expect(await create()).to.match(/^ak_/);
    // Whoever types `make run` for the first time waits for it. It takes 1.5 s on a machine that does nothing else.
    expect(performance.now() - startedAt).to.be.below(15_000);
    const projects = await rowsOf(
      `SELECT key, visibility, archived_at IS NOT NULL AS is_archived FROM projects
        WHERE key <> 'ERRORS' ORDER BY key`,
    );
    expect(projects).to.deep.equal([
      { key: 'HIRE', visibility: 'private', is_archived: false },
      { key: 'PILOT', visibility: 'organization', is_archived: true },
      { key: 'PLAT', visibility: 'organization', is_archived: false },
      { key: 'SHOP', visibility: 'organization', is_archived: false },
      { key: 'WEB', visibility: 'organization', is_archived: false },
    ]);
    const milestones = await rowsOf(
      `SELECT m.name, m.state, m.due_on, (SELECT count(*)::integer FROM tasks t WHERE t.milestone_id = m.id) AS tasks
         FROM milestones m JOIN projects p ON p.id = m.project_id WHERE p.key <> 'SHOP' ORDER BY m.due_on`,
    );
    expect(milestones).to.deep.equal([
      { name: '2.2', state: 'closed', due_on: '2026-11-14', tasks: 2 },
      { name: '2.3', state: 'open', due_on: '2026-12-05', tasks: 4 },
      { name: 'Beta', state: 'open', due_on: '2026-12-13', tasks: 2 },
    ]);
    const members = await rowsOf<{ role: string }>('SELECT role FROM project_members ORDER BY role');
    const leads = Array.from({ length: 7 }, () => 'lead');
    expect(members.map(({ role }) => role)).to.deep.equal(['contributor', ...leads, 'viewer']);
  });

  it('has half a year of work, reports and failures, as whole as any other', async () => {
    const [shape] = await rowsOf(
      `WITH shop AS (SELECT id FROM projects WHERE key = 'SHOP')
       SELECT (SELECT count(*) > 60 FROM tasks WHERE project_id = shop.id) AS has_tasks,
              (SELECT count(DISTINCT date_trunc('month', created_at)) > 5 FROM tasks WHERE project_id = shop.id) AS is_long,
              (SELECT count(DISTINCT status) > 3 FROM tasks WHERE project_id = shop.id) AS has_statuses,
              (SELECT sum(count) > 500 FROM event_counts WHERE project_id = shop.id) AS has_events,
              (SELECT count(*) = 4 FROM error_groups WHERE project_id = shop.id) AS has_errors,
              (SELECT sum(requests) > 1000 FROM request_measurements) AS has_requests
         FROM shop`,
    );
    expect(Object.entries(shape ?? {}).filter(([, holds]) => holds !== true)).to.deep.equal([]);
    const faults = await rowsOf(
      `SELECT t.key FROM tasks t
        WHERE t.version <> (SELECT count(*) FROM task_history h WHERE h.task_id = t.id)
           OR t.version <> (SELECT max(h.version) FROM task_history h WHERE h.task_id = t.id)
           OR t.created_at > t.updated_at OR t.updated_at > '2026-11-23T12:00:00Z'
       UNION ALL
       SELECT g.title FROM error_groups g
        WHERE g.occurrence_count <> (SELECT sum(c.count) FROM error_counts c WHERE c.error_id = g.id)`,
    );
    expect(faults).to.deep.equal([]);
  });

  it('is made once', async () => {
    expect(await create()).to.equal(undefined);
    expect(await rowsOf('SELECT count(*)::integer AS count FROM projects')).to.deep.equal([{ count: 6 }]);
  });
});
