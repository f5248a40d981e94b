/** What others did to the article, in words and in order. */
import { Annotation } from '@/domain/annotation';
import type { Change, ChangeAction } from '@/domain/change';
import type { Decision } from '@/domain/decision';
import type { Person } from '@/domain/person';
import { actionWords, inWords, kindWords } from '@/domain/words';

/** One thing that somebody else did. */
export interface Told {
  /** Its position in the article's log. */
  readonly position: number;
  readonly by: Person;
  /** What they did, to be read after their name: `marked a claim`. */
  readonly did: string;
  /** The mark to which they did it, while it stands; undefined for what cannot be walked to. */
  readonly markId: string | undefined;
}

/** What others than `meId` did. */
export function toldOf(changes: readonly Change[], meId: string): readonly Told[] {
  return changes
    .filter(({ by }) => by.id !== meId)
    .map(({ position, by, action, after }) => {
      const mark = Annotation.safeParse(after).data;
      return {
        position,
        by,
        did: mark === undefined ? actionWords[action] : `${verbOf(action, mark)} ${aKind(mark)}`,
        markId: mark?.deletedAt === undefined ? mark?.id : undefined,
      };
    });
}

/** `Rhea marked a claim`, `3 changes by Rhea`, `5 changes by two people`. Undefined of nothing. */
export function tellWords(told: readonly Told[]): string | undefined {
  const [only, ...more] = told;
  if (only === undefined) return undefined;
  return more.length === 0 ? `${only.by.name} ${only.did}` : countWords(told);
}

/** `1 change by Rhea`, `5 changes by two people`. */
export function countWords(told: readonly Told[]): string {
  const people = new Map(told.map(({ by }) => [by.id, by.name]));
  const [name = ''] = people.values();
  const who = people.size === 1 ? name : `${inWords(people.size)} people`;
  return `${told.length} ${told.length === 1 ? 'change' : 'changes'} by ${who}`;
}

/**
 * The mark to walk to from the chosen one: the next in the text's order that was changed, from the top again after the
 * last. `order` are the ids of the marks that stand, in the text's order. Undefined when none of them was changed.
 */
export function nextTold(
  told: readonly Told[],
  order: readonly string[],
  chosenId: string | undefined,
): string | undefined {
  const changed = new Set(told.map(({ markId }) => markId));
  const from = chosenId === undefined ? 0 : order.indexOf(chosenId) + 1;
  return [...order.slice(from), ...order.slice(0, from)].find((id) => changed.has(id));
}

function verbOf(action: ChangeAction, { review }: Annotation): string {
  switch (action) {
    case 'annotation.created':
      return 'marked';
    case 'annotation.deleted':
      return 'deleted';
    case 'annotation.restored':
      return 'brought back';
    case 'annotation.reviewed':
      return review === undefined ? 'took back a decision on' : decisionVerbs[review.decision];
    default:
      return 'changed';
  }
}

const decisionVerbs = {
  approve: 'approved',
  reject: 'rejected',
  requestChanges: 'requested changes of',
} as const satisfies Record<Decision, string>;

function aKind({ kind }: Annotation): string {
  return `${kind === 'event' ? 'an' : 'a'} ${kindWords[kind]}`;
}
