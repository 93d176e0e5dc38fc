import { expect } from 'chai';
import type { Label, Project } from '../../../../generated/v2/types.ts';
import { exportOf, importRecords, runImport } from '../../../support/archive.ts';
import { cargoArchive } from '../../../support/cargo-archive.ts';
import { readLines } from '../../../support/contract/records.ts';
import { bodyOf, createLabel, createMilestone, createProject } from '../../../support/factories.ts';
import { refusalOf, useScene } from '../../../support/scene.ts';

// Two ways to write one name. Databases and JavaScript disagree about most of them.
const pairs: readonly (readonly [string, string])[] = [
  ['bug', 'BUG'],
  ['İade', 'İade'],
  ['İade', 'İADE'],
  ['ΕΛΕΓΧΟΣ', 'έλεγχος'.normalize('NFD').replace('\u0301', '')],
  ['Σίσυφος', 'ΣΊΣΥΦΟΣ'],
  ['Straẞe', 'straße'],
  ['ﬁx', 'fix'],
  ['ǅ', 'ǆ'],
  ['Å', 'å'],
  ['é', 'E\u0301'],
  ['ＡＢＣ', 'abc'],
  ['help wanted', 'Help\u00a0Wanted'],
  ['high  up', 'high up'],
  ['Spring ', ' spring'],
];
const different: readonly (readonly [string, string])[] = [
  ['café', 'cafe'],
  ['ırmak', 'irmak'],
  ['a-b', 'a b'],
  ['Straße', 'Strasse'],
];

describe('names of labels and milestones', () => {
  const scene = useScene();

  async function tasksOf(project: Project) {
    const records = readLines(await exportOf(scene.owner, project)) as { record: string; labels: string[] }[];
    return records.filter(({ record }) => record === 'task');
  }
  const labelsOf = async (project: Project): Promise<Label[]> =>
    bodyOf(
      await scene.owner.v2.GET('/api/v2/projects/{project_id}/labels', {
        params: { path: { project_id: project.id } },
      }),
    ).data;

  for (const [one, other] of pairs) {
    const title = `${JSON.stringify(one)} and ${JSON.stringify(other)}`;

    it(`are one name: ${title}`, async () => {
      const project = await createProject(scene.owner);
      await createLabel(scene.owner, project, { name: one });
      await createMilestone(scene.owner, project, { name: one });
      const params = { path: { project_id: project.id } };
      const body = { name: other };
      expect(refusalOf(await scene.owner.v2.POST('/api/v2/projects/{project_id}/labels', { params, body }))).to.include(
        { code: 'label_name_taken' },
      );
      expect(
        refusalOf(await scene.owner.v2.POST('/api/v2/projects/{project_id}/milestones', { params, body })),
      ).to.include({ code: 'milestone_name_taken' });
    });

    it(`come to their tasks, and again: ${title}`, async () => {
      const project = await createProject(scene.owner);
      const line = (name: string, external_id: string): string =>
        JSON.stringify({ title: 'Cargo', labels: [name], milestone: name, external_id });
      const text = [line(one, 'a'), line(other, 'b')].join('\n');
      const done = await importRecords(scene.member, project, { source: 'ndjson', text });
      expect(done.refused).to.deep.equal([]);
      expect(done.counts.labels.created).to.equal(1);
      expect(done.counts.milestones.created).to.equal(1);
      const tasks = await tasksOf(project);
      expect(tasks.map(({ labels }) => labels.length)).to.deep.equal([1, 1]);
      const copy = await createProject(scene.owner);
      await importRecords(scene.member, copy, { source: 'ndjson', text: await exportOf(scene.owner, project) });
      expect(await tasksOf(copy)).to.deep.equal(tasks);
    });
  }

  for (const [one, other] of different) {
    it(`are two names: ${JSON.stringify(one)} and ${JSON.stringify(other)}`, async () => {
      const project = await createProject(scene.owner);
      const text = `title,labels\na,${one}\nb,${other}\n`;
      const done = await importRecords(scene.member, project, { source: 'csv', text });
      expect(done.counts.labels.created).to.equal(2);
      expect((await tasksOf(project)).map(({ labels }) => labels)).to.deep.equal([[one], [other]]);
    });
  }

  it('are stored without spaces at their ends', async () => {
    const project = await createProject(scene.owner);
    const label = await createLabel(scene.owner, project, { name: ' urgent ' });
    const milestone = await createMilestone(scene.owner, project, { name: '\tSpring\n' });
    expect([label.name, milestone.name]).to.deep.equal(['urgent', 'Spring']);
    const params = { path: { milestone_id: milestone.id } };
    const renamed = await scene.owner.v2.PATCH('/api/v2/milestones/{milestone_id}', {
      params,
      body: { name: ' May ' },
    });
    expect(renamed.data?.name).to.equal('May');
    const relabelled = await scene.owner.v2.PATCH('/api/v2/labels/{label_id}', {
      ...{ params: { path: { label_id: label.id } }, body: { name: ' later\n' } },
    });
    expect(relabelled.data?.name).to.equal('later');
    const blank = await createLabel(scene.owner, project, { name: '  ' });
    expect(blank.name).to.equal('  ');
    expect((await labelsOf(project)).map(({ name }) => name)).to.have.members(['later', '  ']);
  });

  it('are stored without spaces at their ends, however they are imported', async () => {
    const project = await createProject(scene.owner);
    const lines = [
      { record: 'label', name: ' by record\t' },
      { record: 'milestone', name: '\tBy record ' },
      { title: 'Cargo', labels: [' by task '], milestone: ' By task ' },
    ];
    const text = lines.map((line) => JSON.stringify(line)).join('\n');
    const { refused } = await importRecords(scene.member, project, { source: 'ndjson', text });
    expect(refused).to.deep.equal([]);
    const labels = [{ name: ' by archive ', color: 'd73a4a', description: null }];
    await runImport(scene.member, project, cargoArchive({ labels, issues: [], pulls: [] }));
    expect((await labelsOf(project)).map(({ name }) => name)).to.have.members(['by record', 'by task', 'by archive']);
    const names = await scene.app.query('SELECT name FROM milestones WHERE project_id = $1 ORDER BY name', [
      project.id,
    ]);
    expect(names).to.deep.equal([{ name: 'By record' }, { name: 'By task' }]);
  });
});
