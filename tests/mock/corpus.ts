import type { WorldOptions } from './example-world.ts';

/** What must be there before the operation's own example can happen. */
export interface SuccessCase {
  readonly world: WorldOptions;
  /** By the name of the example, where one needs another world. */
  readonly examples?: Readonly<Record<string, WorldOptions>>;
  /** What the request makes anew: its id is not the one of the world. */
  readonly makes?: readonly string[];
  /** Leaves of what the whole server has what the example shows; `{email}` is Ada's address, `{user_id}` her id. */
  readonly query?: string;
  /** Path parameters that stand for another id of the world than the one of their name. */
  readonly about?: Readonly<Record<string, string>>;
}

const operator = { upTo: 'account', isOperator: true } as const;
const account = { upTo: 'account' } as const;
const project = { upTo: 'project' } as const;
const label = { upTo: 'label' } as const;
const task = { upTo: 'task' } as const;
const comment = { upTo: 'comment' } as const;
const milestone = { upTo: 'project', hasMilestone: true } as const;
const colleague = { world: { upTo: 'account', hasColleague: true }, about: { user_id: 'colleague_id' } } as const;
const invited = { upTo: 'account', hasInvitation: true } as const;
const imported = { upTo: 'project', isImported: true } as const;

/** The success of every operation: both documents, by version and operationId. */
export const successes: Readonly<Record<string, SuccessCase>> = {
  'v1 registerUser': { world: account },
  'v1 logIn': { world: { ...account, hasPassword: true } },
  'v1 logOut': { world: account },
  'v1 listSessions': { world: operator, query: 'user_id={user_id}' },
  'v1 getSession': { world: operator },
  'v1 deleteSession': { world: operator },
  'v1 listUsers': { world: operator, query: 'email={email}' },
  'v1 createUser': { world: operator },
  'v1 getUser': { world: operator },
  'v1 updateUser': { world: operator },
  'v1 deleteUser': { world: operator },
  'v1 listProjects': { world: project },
  'v1 createProject': { world: account },
  'v1 getProject': { world: project },
  'v1 updateProject': { world: project },
  'v1 deleteProject': { world: project },
  'v1 getProjectStats': { world: task },
  'v1 listTasks': { world: task },
  'v1 createTask': { world: label },
  'v1 getTask': { world: task },
  'v1 updateTask': { world: task },
  'v1 deleteTask': { world: task },
  'v1 completeTask': { world: { ...task, isStarted: true } },
  'v2 getHealth': { world: account },
  'v2 getLiveness': { world: account },
  'v2 getReadiness': { world: account },
  'v2 getDetailedHealth': { world: { ...account, isOperator: true } },
  'v2 registerUser': { world: account },
  'v2 verifyEmail': { world: account, makes: ['user_id', 'organization_id'] },
  'v2 resendVerification': { world: account },
  'v2 requestPasswordReset': { world: account },
  'v2 resetPassword': { world: account },
  'v2 changePassword': { world: { ...account, hasPassword: true }, makes: ['session_id'] },
  'v2 logIn': {
    world: { ...account, hasPassword: true },
    examples: { challenge: { ...account, hasPassword: true, hasSecondFactor: true } },
    makes: ['session_id'],
  },
  'v2 completeMfaLogIn': { world: account, makes: ['session_id'] },
  'v2 enrolTotp': { world: account },
  'v2 confirmTotp': { world: account, makes: ['session_id'] },
  'v2 removeTotp': { world: account },
  'v2 regenerateRecoveryCodes': { world: account },
  'v2 logOut': { world: account },
  'v2 rotateSession': { world: account, makes: ['session_id'] },
  'v2 getCsrfToken': { world: account },
  'v2 getMe': { world: account },
  'v2 deleteMe': { world: account },
  'v2 updateMe': { world: account },
  'v2 listMySessions': { world: account },
  'v2 revokeMyOtherSessions': { world: account },
  'v2 revokeMySession': { world: account },
  'v2 listApiKeys': { world: account },
  'v2 createApiKey': { world: account, makes: ['api_key_id'] },
  'v2 getApiKey': { world: account },
  'v2 updateApiKey': { world: account },
  'v2 rotateApiKey': { world: account },
  'v2 getApiKeyUsage': { world: account },
  'v2 deleteApiKey': { world: account },
  'v2 listSessions': { world: operator, query: 'user_id={user_id}' },
  'v2 getSession': { world: operator },
  'v2 revokeSession': { world: operator },
  'v2 getSessionStats': { world: operator, query: 'organization_id={organization_id}' },
  'v2 listUsers': { world: operator, query: 'email={email}' },
  'v2 createUser': { world: operator },
  'v2 getUser': { world: operator },
  'v2 updateUser': { world: operator },
  'v2 deleteUser': { world: operator },
  'v2 listOrganizations': { world: account },
  'v2 createOrganization': { world: account, makes: ['organization_id'] },
  'v2 getOrganization': { world: account },
  'v2 updateOrganization': { world: account },
  'v2 deleteOrganization': { world: account },
  'v2 listMembers': { world: account },
  'v2 getMember': colleague,
  'v2 updateMember': colleague,
  'v2 removeMember': colleague,
  'v2 listInvitations': { world: invited },
  'v2 createInvitation': { world: account },
  'v2 revokeInvitation': { world: invited },
  'v2 acceptInvitation': { world: account, makes: ['organization_id'] },
  'v2 listMyInvitations': { world: { ...account, isInvited: true } },
  'v2 listProjects': { world: project },
  'v2 createProject': { world: account },
  'v2 getProject': { world: project },
  'v2 updateProject': { world: project },
  'v2 deleteProject': { world: project },
  'v2 listProjectMembers': { world: project },
  'v2 setProjectMember': { world: project },
  'v2 removeProjectMember': { world: project },
  'v2 getProjectStats': { world: task },
  'v2 listLabels': { world: label },
  'v2 createLabel': { world: project },
  'v2 getLabel': { world: label },
  'v2 updateLabel': { world: label },
  'v2 deleteLabel': { world: label },
  'v2 listMilestones': { world: { ...task, hasMilestone: true } },
  'v2 createMilestone': { world: project },
  'v2 getMilestone': { world: milestone },
  'v2 updateMilestone': { world: milestone },
  'v2 deleteMilestone': { world: milestone },
  'v2 listProjectTasks': { world: task },
  'v2 createTask': { world: label },
  'v2 listTasks': { world: task },
  'v2 getTask': { world: task },
  'v2 updateTask': { world: task },
  'v2 deleteTask': { world: task },
  'v2 transitionTask': { world: task },
  'v2 listTaskHistory': { world: { ...task, isStarted: true } },
  'v2 bulkTasks': { world: { ...task } },
  'v2 listTaskDependencies': { world: { ...task, blocking: 'waited for' } },
  'v2 addTaskDependency': { world: { ...task, blocking: 'there' } },
  'v2 removeTaskDependency': { world: { ...task, blocking: 'waited for' } },
  'v2 listComments': { world: comment },
  'v2 createComment': { world: task },
  'v2 getComment': { world: comment },
  'v2 updateComment': { world: comment },
  'v2 deleteComment': { world: comment },
  'v2 listImports': { world: imported },
  'v2 createImport': { world: project },
  'v2 getImport': { world: imported },
  'v2 listDeprecations': { world: { ...task, usesV1: true } },
  'v2 listContractViolations': { world: { ...account, isOperator: true, hasViolation: true } },
};
