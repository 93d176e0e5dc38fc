// Maps the words of other trackers to our status, priority and type.

export interface Vocabulary<Word extends string> {
  /** Our words. The first is used if the field is absent. */
  readonly words: readonly [Word, ...Word[]];
  /** Returns our word for one of theirs, ignoring case, spaces, hyphens and apostrophes; undefined if there is none. */
  meaningOf(text: string): Word | undefined;
}

/** Longer than any known word. */
const LENGTH_MAX = 60;

/** @param synonyms for each word, its synonyms separated by commas */
function vocabulary<Word extends string>(
  words: readonly [Word, ...Word[]],
  synonyms: Readonly<Partial<Record<Word, string>>>,
): Vocabulary<Word> {
  const meanings = new Map(
    words.flatMap((word) => [word, ...(synonyms[word]?.split(',') ?? [])].map((text) => [plain(text), word] as const)),
  );
  return { words, meaningOf: (text) => (text.length > LENGTH_MAX ? undefined : meanings.get(plain(text))) };
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

export const statuses = vocabulary(['todo', 'backlog', 'in_progress', 'in_review', 'done', 'cancelled'], {
  todo: 'open,opened,reopened,new,not started,unstarted,ready,ready for dev,ready for development,selected for development,planned,pending,up next,next up,incomplete,needs action',
  backlog: 'product backlog,icebox,someday,later,triage,inbox,proposed,deferred,postponed',
  in_progress:
    'doing,started,active,wip,work in progress,in development,in dev,ongoing,underway,implementing,assigned,working on it',
  in_review:
    'review,reviewing,under review,code review,needs review,awaiting review,ready for review,in test,in testing,testing,in qa,qa,ready for qa,ready for test,ready for testing,verify,in verification,validation,in validation',
  done: 'closed,close,resolved,complete,completed,finished,fixed,merged,released,shipped,deployed,delivered,verified,accepted,closed as completed',
  cancelled:
    "canceled,won't do,will not do,won't fix,will not fix,not planned,closed as not planned,duplicate,invalid,rejected,declined,abandoned,obsolete,dropped,discarded,cannot reproduce,can't reproduce,works for me,not a bug",
});

export const priorities = vocabulary(['none', 'low', 'medium', 'high', 'urgent'], {
  none: 'no priority,not set,unset,unprioritized,undefined',
  low: 'lowest,minor,trivial,p3,p4,p5',
  medium: 'med,normal,moderate,default,p2',
  high: 'major,important,p1',
  urgent: 'highest,critical,blocker,immediate,asap,emergency,showstopper,p0',
});

export const taskTypes = vocabulary(['task', 'bug', 'feature'], {
  task: 'subtask,chore,issue,todo,maintenance,documentation,docs,support,question,spike,technical task,technical debt',
  bug: 'defect,error,fault,failure,incident,regression,crash,problem',
  feature:
    'feature request,new feature,enhancement,improvement,story,user story,epic,request,idea,requirement,change request',
});

export const milestoneStates = vocabulary(['open', 'closed'], {
  open: 'opened,active,reopened,planned,new',
  closed: 'close,done,complete,completed,released,finished',
});

export const commentKinds = vocabulary(['comment', 'review', 'review_comment'], {});
