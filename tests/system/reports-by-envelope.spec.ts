import { expect } from 'chai';
import { rowsAround } from '../support/bystanders.ts';
import { eventId, sendEnvelope, type Item } from '../support/envelopes.ts';
import { createProject, createReportingKey, createSourceMap } from '../support/factories.ts';
import { archiveProject, useScene } from '../support/scene.ts';

describe('what envelopes leave behind', () => {
  // One of its own: it reads whole tables.
  const scene = useScene({});
  const failure = (more: object = {}): Item => [{ type: 'event' }, { event_id: eventId(), message: 'full', ...more }];

  it('frames of a minified program are stored as they were written', async () => {
    const key = await createReportingKey(scene.owner, scene.project);
    const map = await createSourceMap(scene.owner, scene.project);
    const frame = { filename: `https://shop.example/${map.file}`, function: 'a', lineno: 1, colno: 16, in_app: true };
    const exception = { values: [{ type: 'TypeError', value: 'no price', stacktrace: { frames: [frame] } }] };
    const event = { platform: 'javascript', release: map.release, exception };
    expect(await sendEnvelope(scene.app, key, failure(event))).to.equal(200);
    const [stored] = await scene.app.query<{ frames: readonly { file: string; line: number }[] }>(
      'SELECT frames FROM error_occurrences WHERE release = $1',
      [map.release],
    );
    expect(stored!.frames[0]!.file).to.match(/src\/basket\.js$/);
    expect(stored!.frames[0]!.line).to.equal(1);
  });

  it('what is refused leaves nothing', async () => {
    const key = await createReportingKey(scene.owner, scene.project);
    const archived = await createProject(scene.owner);
    const late = await createReportingKey(scene.owner, archived);
    await archiveProject(scene.owner, archived);
    const limited = await createReportingKey(scene.owner, scene.project, { reports_per_minute: 1 });
    expect(await sendEnvelope(scene.app, limited, failure())).to.equal(200);
    const ids = [scene.project.id, archived.id];
    const appended = () =>
      scene.app.query(
        `SELECT (SELECT count(*) FROM audit_log WHERE project_id = ANY ($1)) AS audit,
                (SELECT count(*) FROM events WHERE project_id = ANY ($1)) AS events`,
        [ids],
      );
    const appendedBefore = await appended();
    const news = failure({ message: 'something new', release: 'refused@1' });
    const malformed: Item = [{ type: 'event', length: 'long' }, {}];
    const { before, after, result } = await rowsAround(scene.app, ids, async () => [
      await sendEnvelope(scene.app, { ...key, public_key: '0'.repeat(32) }, news),
      await sendEnvelope(scene.app, { ...key, project_number: late.project_number }, news),
      await sendEnvelope(scene.app, late, news),
      await sendEnvelope(scene.app, key, news, malformed),
      await sendEnvelope(scene.app, limited, news),
    ]);
    expect(result).to.deep.equal([403, 404, 409, 400, 429]);
    expect(after).to.deep.equal(before);
    expect(await appended()).to.deep.equal(appendedBefore);
  });
});
