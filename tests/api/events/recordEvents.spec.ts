import { checkedFetch } from '../../support/contract/checked-fetch.ts';
import { expect } from 'chai';
import type { EventInput } from '../../../generated/v2/types.ts';
import { bodyOf, createProject } from '../../support/factories.ts';
import { archiveProject, joinProject, refusalOf, useScene } from '../../support/scene.ts';

type Who = 'owner' | 'member' | 'viewer' | 'stranger';

describe('v2 recordEvents POST /events', () => {
  const scene = useScene();
  const { app } = scene;
  const post = (who: Who, ...events: EventInput[]) => scene[who].v2.POST('/api/v2/events', { body: { events } });
  const take = async (who: Who, ...events: EventInput[]) => bodyOf(await post(who, ...events));
  const codeOf = async (who: Who, event: EventInput) => {
    const { results } = await take(who, event);
    expect(results[0]).to.include({ index: 0, outcome: 'refused', event_id: null });
    return results[0]?.problem?.code;
  };
  let number = 0;
  const event = (overrides: Partial<EventInput> = {}): EventInput => ({
    id: `event-${++number}`,
    source: '/recordEvents',
    type: 'test.happened',
    ...overrides,
  });
  const stored = async (id: string | null | undefined) =>
    bodyOf(await scene.owner.v2.GET('/api/v2/events/{event_id}', { params: { path: { event_id: id! } } }));

  describe('207', () => {
    it('stores every attribute', async () => {
      const input = {
        id: 'build-1',
        source: 'https://ci.example/core',
        type: 'deployment.finished',
        subject: 'production',
        time: '2026-11-02T09:58:41.250123+01:00',
        datacontenttype: 'application/json',
        dataschema: 'https://ci.example/schemas/deployment',
        data: { release: '2.3.1', parts: [1, null, 'a\u0000b', 1.5], é: true },
        extensions: { traceparent: '00-4bf9', sampled: true, attempt: 3 },
        project_id: scene.project.id,
        user_id: scene.member.user_id,
      };
      const { created, duplicates, refused, results } = await take('member', input);
      expect({ created, duplicates, refused }).to.deep.equal({ created: 1, duplicates: 0, refused: 0 });
      const { id, organization_id, recorded_at, ...rest } = await stored(results[0]!.event_id);
      const { id: external_id, ...attributes } = input;
      expect(rest).to.deep.equal({
        ...attributes,
        external_id,
        time: '2026-11-02T08:58:41.250Z',
        data_base64: null,
      });
      expect({ id, organization_id }).to.deep.equal({
        id: results[0]!.event_id,
        organization_id: scene.owner.organization_id,
      });
      expect(Date.parse(recorded_at)).to.be.closeTo(app.clock.now().getTime(), 60_000);
    });

    it('fills in what is absent', async () => {
      const { results } = await take('member', { source: '/a', type: 'b' });
      const found = await stored(results[0]!.event_id);
      expect(found).to.include({ project_id: null, user_id: null, subject: null, data: null, data_base64: null });
      expect(found).to.include({ external_id: found.id, time: found.recorded_at, datacontenttype: null });
      expect(found.extensions).to.deep.equal({});
    });

    it('takes bytes, and any JSON as data', async () => {
      const data = ['text', 0, false, null, [], {}, [[1]]];
      const inputs = data.map((value) => event({ data: value }));
      const { results } = await take('member', ...inputs, event({ data_base64: 'AAEC/w==' }));
      const found = await Promise.all(results.map(({ event_id }) => stored(event_id)));
      expect(found.slice(0, -1).map((one) => one.data)).to.deep.equal(data);
      expect(found.at(-1)).to.include({ data: null, data_base64: 'AAEC/w==' });
    });

    it('keeps half of a character in the data', async () => {
      const { results } = await take('member', event({ data: 'half \ud800' }));
      expect(await stored(results[0]!.event_id)).to.include({ data: 'half \ud800' });
    });

    it('stores an event once, however often it is sent', async () => {
      const one = event();
      const { results } = await take('member', one, { ...one, type: 'other' }, event());
      expect(results.map(({ outcome }) => outcome)).to.deep.equal(['created', 'duplicate', 'created']);
      expect(results[1]!.event_id).to.equal(results[0]!.event_id);
      const again = await take('owner', event(), one);
      expect(again).to.deep.include({ created: 1, duplicates: 1, refused: 0 });
      expect(again.results[1]).to.deep.equal({ ...results[1], index: 1 });
    });

    it('tells events of different sources apart, and those of other organizations', async () => {
      const one = event();
      const both = await take('member', one, { ...one, source: '/elsewhere' });
      const foreign = await take('stranger', one);
      expect([both.created, foreign.created]).to.deep.equal([2, 1]);
    });

    it('stores every event without an id', async () => {
      const { id: _id, ...one } = event();
      expect(await take('member', one, one)).to.include({ created: 2, duplicates: 0 });
    });

    it('refuses an event by itself, in the order of the request', async () => {
      const unknown = event({ project_id: scene.stranger.user_id });
      const receipt = await take('member', event(), unknown, event());
      expect(receipt).to.include({ created: 2, duplicates: 0, refused: 1 });
      expect(receipt.results.map(({ index, outcome }) => [index, outcome])).to.deep.equal([
        [0, 'created'],
        [1, 'refused'],
        [2, 'created'],
      ]);
      expect(receipt.results[1]!.problem).to.deep.equal({
        type: '/api/problems/not_found',
        title: 'There is no such resource',
        status: 404,
        detail: receipt.results[1]!.problem!.detail,
        code: 'not_found',
      });
    });

    it('treats a project that the caller cannot see as one that does not exist', async () => {
      const hidden = await createProject(scene.owner, { visibility: 'private' });
      expect(await codeOf('member', event({ project_id: hidden.id }))).to.equal('not_found');
      expect(await codeOf('stranger', event({ project_id: scene.project.id }))).to.equal('not_found');
    });

    it('needs the role contributor in a project, and the role member without one', async () => {
      const { project } = scene;
      expect(await codeOf('viewer', event())).to.equal('forbidden');
      expect(await codeOf('viewer', event({ project_id: project.id }))).to.equal('forbidden');
      const other = await createProject(scene.owner);
      await joinProject(app, other, scene.viewer);
      expect(await take('viewer', event({ project_id: other.id }))).to.include({ created: 1 });
    });

    it('refuses events of an archived project', async () => {
      const project = await createProject(scene.owner);
      await archiveProject(scene.owner, project);
      expect(await codeOf('owner', event({ project_id: project.id }))).to.equal('project_archived');
    });

    it('refuses a user who is no member', async () => {
      expect(await codeOf('owner', event({ user_id: scene.stranger.user_id }))).to.equal('event_user_unknown');
    });

    it('refuses a time that is more than a day ahead', async () => {
      const at = (days: number) => new Date(app.clock.now().getTime() + days * 86_400_000).toISOString();
      expect(await codeOf('owner', event({ time: at(1.1) }))).to.equal('event_time_ahead');
      expect(await take('owner', event({ time: at(0.9) }), event({ time: '1900-01-01T00:00:00Z' }))).to.include({
        created: 2,
      });
    });

    it('refuses data in both forms, and more than 64 KiB', async () => {
      expect(await codeOf('owner', event({ data: 1, data_base64: 'AA==' }))).to.equal('event_data_twice');
      expect(await codeOf('owner', event({ data: 'é'.repeat(32_768) }))).to.equal('event_too_large');
      expect(await codeOf('owner', event({ data_base64: 'AAAA'.repeat(21_847) }))).to.equal('event_too_large');
      expect(await take('owner', event({ data: 'é'.repeat(32_766) }))).to.include({ created: 1 });
    });

    it('stores a batch that 50 senders send at the same time once', async () => {
      const batch = Array.from({ length: 20 }, () => event());
      const receipts = await Promise.all(
        Array.from({ length: 50 }, (_, sender) => take('member', ...(sender % 2 === 0 ? batch : batch.toReversed()))),
      );
      expect(receipts.reduce((sum, { created }) => sum + created, 0)).to.equal(batch.length);
      expect(receipts.every(({ created, duplicates }) => created + duplicates === batch.length)).to.equal(true);
      const ids = receipts.map(({ results }, sender) => {
        const found = results.map(({ event_id }) => event_id);
        return (sender % 2 === 0 ? found : found.toReversed()).join();
      });
      expect(new Set(ids).size).to.equal(1);
      const [counted] = await app.query<{ total: string }>(
        "SELECT count(*) AS total FROM reported_events WHERE external_id = ANY ($1) AND source = '/recordEvents'",
        [batch.map(({ id }) => id)],
      );
      expect(Number(counted!.total)).to.equal(batch.length);
    });
  });

  describe('CloudEvents', () => {
    const send = async (type: string, body: unknown) => {
      const headers = { authorization: `Bearer ${scene.member.token}`, 'content-type': type };
      const response = await checkedFetch(`${app.url}/api/v2/events`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      return { status: response.status, ...((await response.json()) as Record<string, unknown>) };
    };
    const cloudEvent = (overrides: object = {}) => ({ specversion: '1.0', ...event(), ...overrides });

    it('takes one, and a batch of them, of the projects that they name', async () => {
      const one = cloudEvent({ projectid: scene.project.id });
      expect(await send('application/cloudevents+json', one)).to.include({ status: 207, created: 1 });
      const batch = [one, cloudEvent(), cloudEvent({ projectid: 'none' })];
      const receipt = await send('application/cloudevents-batch+json', batch);
      expect(receipt).to.include({ status: 207, created: 1, duplicates: 1, refused: 1 });
    });

    it('refuses a single one by the status of the response', async () => {
      const send1 = (overrides: object) => send('application/cloudevents+json', cloudEvent(overrides));
      expect(await send1({ projectid: scene.stranger.user_id })).to.include({ status: 404, code: 'not_found' });
      expect(await send1({ data: 1, data_base64: 'AA==' })).to.include({ status: 409, code: 'event_data_twice' });
      expect(await send1({ data: 'x'.repeat(65_536) })).to.include({ status: 409, code: 'event_too_large' });
      const ahead = new Date(app.clock.now().getTime() + 2 * 86_400_000).toISOString();
      expect(await send1({ time: ahead })).to.include({ status: 409, code: 'event_time_ahead' });
      const userid = scene.stranger.user_id;
      expect(await send1({ userid })).to.include({ status: 409, code: 'event_user_unknown' });
      const project = await createProject(scene.owner);
      await archiveProject(scene.owner, project);
      expect(await send1({ projectid: project.id })).to.include({ status: 409, code: 'project_archived' });
    });
  });

  describe('400', () => {
    it('refuses the whole batch, naming each fault by its pointer', async () => {
      const { error, response } = await post('member', event(), { ...event(), source: '' }, { ...event(), type: '' });
      expect(response.status).to.equal(400);
      const pointers = (error as { errors?: { pointer?: string }[] }).errors?.map(({ pointer }) => pointer);
      expect(pointers).to.include.members(['/events/1/source', '/events/2/type']);
    });

    it('refuses no event, and more than 500', async () => {
      expect(refusalOf(await post('member')).status).to.equal(400);
      expect(refusalOf(await post('member', ...Array.from({ length: 501 }, () => event()))).status).to.equal(400);
    });

    it('refuses names of extensions that CloudEvents does not allow', async () => {
      for (const name of ['Upper', 'with-dash', '', 'x'.repeat(51)]) {
        expect(refusalOf(await post('member', event({ extensions: { [name]: 'value' } }))).status).to.equal(400);
      }
    });
  });
});
