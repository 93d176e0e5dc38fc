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
    // Whoever types `make run` for the first time waits for it. It takes 0.3 s on a machine that does nothing else.
    expect(performance.now() - startedAt).to.be.below(5000);
    const projects = await rowsOf(
      'SELECT key, visibility, archived_at IS NOT NULL AS is_archived FROM projects ORDER BY key',
    );
    expect(projects).to.deep.equal([
      { key: 'HIRE', visibility: 'private', is_archived: false },
      { key: 'PILOT', visibility: 'organization', is_archived: true },
      { key: 'PLAT', visibility: 'organization', is_archived: false },
      { key: 'WEB', visibility: 'organization', is_archived: false },
    ]);
    const milestones = await rowsOf(
      `SELECT m.name, m.state, m.due_on, (SELECT count(*)::integer FROM tasks t WHERE t.milestone_id = m.id) AS tasks
         FROM milestones m ORDER BY m.due_on`,
    );
    expect(milestones).to.deep.equal([
      { name: '2.2', state: 'closed', due_on: '2026-11-14', tasks: 2 },
      { name: '2.3', state: 'open', due_on: '2026-12-05', tasks: 4 },
      { name: 'Beta', state: 'open', due_on: '2026-12-13', tasks: 2 },
    ]);
    const members = await rowsOf<{ role: string }>('SELECT role FROM project_members ORDER BY role');
    const leads = Array.from({ length: 6 }, () => 'lead');
    expect(members.map(({ role }) => role)).to.deep.equal(['contributor', ...leads, 'viewer']);
  });

  it('is made once', async () => {
    expect(await create()).to.equal(undefined);
    expect(await rowsOf('SELECT count(*)::integer AS count FROM projects')).to.deep.equal([{ count: 4 }]);
  });
});
