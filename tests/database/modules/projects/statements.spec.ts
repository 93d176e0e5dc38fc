import { expect } from 'chai';
import type { Milestone, Project } from '../../../../generated/v2/types.ts';
import { createMilestone, createMilestoneDeletion } from '../../../../src/modules/milestones/index.ts';
import { listMilestones } from '../../../../src/modules/milestones/milestones.service.ts';
import { createProject, setProjectMember } from '../../../../src/modules/projects/index.ts';
import { listProjectMembers } from '../../../../src/modules/projects/project-members.service.ts';
import { getProjectStats } from '../../../../src/modules/projects/project-stats.service.ts';
import { listProjects } from '../../../../src/modules/projects/projects.service.ts';
import { createTask, takeTasksOffMilestone } from '../../../../src/modules/tasks/index.ts';
import type { PageRequest } from '../../../../src/platform/cursor.ts';
import type { Unit } from '../../../../src/platform/unit.ts';
import { countStatements, type CountedDb } from '../../../support/counted-db.ts';
import { useDatabase } from '../../../support/use-database.ts';
import { ownerOn } from '../../../support/owner-on.ts';

// How many statements an operation costs, whatever the number of rows it deals with.

const page: PageRequest = { limit: 50, sort: 'name', descending: false, after: undefined, include_total: false };
const TASKS = 8;

describe('statements per operation on projects and milestones', () => {
  const database = useDatabase();
  let db: CountedDb;
  let unit: Unit;
  let project: Project;

  const milestones: Milestone[] = [];

  before(async () => {
    db = countStatements(database.db);
    unit = await ownerOn(db);
    project = await createProject(unit, { key: 'CORE', name: 'Core platform' });
    for (const name of ['2.3', '2.4', '2.5']) milestones.push(await createMilestone(unit, project.id, { name }));
    for (let index = 0; index < TASKS; index += 1) {
      await createTask(unit, project.id, { title: `Task ${String(index)}`, milestone_id: milestones[0]!.id });
    }
  });

  it('listProjects: one, and one for the total', async () => {
    expect(await db.countOf(() => listProjects(unit, {}, page))).to.equal(1);
    expect(await db.countOf(() => listProjects(unit, {}, { ...page, include_total: true }))).to.equal(2);
  });

  it('getProjectStats and listProjectMembers: the project, and one', async () => {
    expect(await db.countOf(() => getProjectStats(unit, project.id))).to.equal(2);
    expect(await db.countOf(() => listProjectMembers(unit, project.id, {}, page))).to.equal(2);
  });

  it('listMilestones: the project, the page, and the progress of all on it', async () => {
    expect(await db.countOf(() => listMilestones(unit, project.id, {}, page))).to.equal(3);
  });

  it('setProjectMember: lock, look, write, record', async () => {
    const place = { project_id: project.id, user_id: unit.actor.user_id };
    expect(await db.countOf(() => setProjectMember(unit, place, 'viewer', undefined))).to.equal(4);
  });

  it('deleteMilestone: the same number, however many tasks are in it', async () => {
    const remove = createMilestoneDeletion({ takeTasksOffMilestone });
    await createTask(unit, project.id, { title: 'The only one', milestone_id: milestones[1]!.id });
    const [many, one] = [
      await db.countOf(() => remove(unit, milestones[0]!.id, undefined)),
      await db.countOf(() => remove(unit, milestones[1]!.id, undefined)),
    ];
    expect(many).to.equal(7);
    expect(one).to.equal(many);
  });
});
