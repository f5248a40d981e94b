import { type RefObject, useCallback, useState } from 'react';
import { type Choosing, pressChoice } from '@/components/clash/choosing';
import { useUnsentStore } from '@/components/data/unsent-stores';
import { needsPerson } from '@/components/data/write';
import type { Annotation } from '@/domain/annotation';
import type { Article } from '@/domain/article';
import type { Kind } from '@/domain/kinds';
import { snapRange } from '@/domain/snap';
import { capitalised, kindWords } from '@/domain/words';
import { copyCitation } from './copy-citation';
import { useDeskStore } from './desk-state';
import { blockElements, offsetOfBlock } from './dom-range';
import { stepMark } from './mark-order';
import type { MarkActions } from './use-mark-actions';
import type { ShortcutActions } from './use-shortcuts';

interface Place {
  readonly article: Article;
  /** All marks of the article. */
  readonly annotations: readonly Annotation[];
  /** Those that the filters let through, in text order. */
  readonly shown: readonly Annotation[];
  readonly text: RefObject<HTMLElement | null>;
  readonly act: MarkActions;
}

export interface DeskActions {
  /** What the keys do. */
  readonly keys: ShortcutActions;
  /** Makes a mark of the selection, or gives the chosen mark the kind. Whether there was anything to make it of. */
  readonly make: (kind: Kind) => boolean;
  readonly isHelpOpen: boolean;
  readonly openHelp: (open: boolean) => void;
}

/** Everything that one can do on the desk with a key or the toolbar. */
export function useDeskActions({ article, annotations, shown, text, act }: Place): DeskActions {
  const desk = useDeskStore();
  const unsent = useUnsentStore(article.id);
  const [isHelpOpen, openHelp] = useState(false);

  const chosen = () => annotations.find((mark) => mark.id === desk.get().chosenId);
  /** Does something with the chosen mark; false when none is chosen. */
  const withChosen = (run: (mark: Annotation) => void) => () => {
    const mark = chosen();
    if (mark !== undefined) run(mark);
    return mark !== undefined;
  };

  const make = useCallback(
    (kind: Kind) => {
      const { selection, chosenId, choose, select, say } = desk.get();
      if (selection !== undefined) {
        const range = snapRange(article.revision.text, selection, kind);
        if (range === undefined) return false;
        const made = act.create(kind, range);
        if (made === undefined) return true;
        document.getSelection()?.collapseToEnd();
        select(undefined);
        choose(made.id, 'text');
        say(`${capitalised(kindWords[kind])} made: ${made.spans[0]?.exact ?? ''}`);
        return true;
      }
      const mark = annotations.find(({ id }) => id === chosenId);
      if (mark !== undefined) act.retag(mark, kind);
      return mark !== undefined;
    },
    [desk, article, annotations, act],
  );

  const step = (direction: 'next' | 'previous') => () => {
    const { chosenId, choose } = desk.get();
    const mark = stepMark(shown, chosenId, direction, firstOffsetInView(text.current));
    if (mark !== undefined) choose(mark.id, 'key');
    return mark !== undefined;
  };

  const leave = () => {
    const { selection, editingId, deciding, chosenId, select, edit, decide, choose } = desk.get();
    if (selection !== undefined) {
      document.getSelection()?.collapseToEnd();
      select(undefined);
    } else if (editingId !== undefined || deciding !== undefined) {
      edit(undefined);
      decide(undefined);
    } else if (chosenId !== undefined) choose(undefined, 'key');
    else return false;
    return true;
  };

  const copy = withChosen((mark) => void copyCitation(mark, article));

  /** Presses the choice on the chosen card; where nothing clashes there, the first mark that waits is chosen. */
  const choosing = (name: Choosing) => () => {
    const { chosenId, choose } = desk.get();
    const card = document.querySelector(`[data-card="${chosenId}"]`);
    if (pressChoice(card, name)) return true;
    const open = unsent.current().writes.find(needsPerson);
    if (open !== undefined) choose(open.annotationId, 'key');
    return open !== undefined;
  };

  const keys: ShortcutActions = {
    quote: () => make('quote'),
    claim: () => make('claim'),
    event: () => make('event'),
    edit: withChosen(act.edit),
    remove: withChosen(act.remove),
    copy,
    next: step('next'),
    previous: step('previous'),
    leave,
    approve: withChosen((mark) => act.decide(mark, { decision: 'approve' })),
    reject: withChosen((mark) => act.askReason(mark, 'reject')),
    requestChanges: withChosen((mark) => act.askReason(mark, 'requestChanges')),
    withdraw: withChosen(act.withdraw),
    takeTheirs: choosing('takeTheirs'),
    keepMine: choosing('keepMine'),
    takeBoth: choosing('takeBoth'),
    takeAllTheirs: choosing('takeAllTheirs'),
    keepAllMine: choosing('keepAllMine'),
    help: () => {
      openHelp(true);
      return true;
    },
  };
  return { keys, make, isHelpOpen, openHelp };
}

/** Where the first block that is at least partly in the window begins; 0 when there is none. */
function firstOffsetInView(text: HTMLElement | null): number {
  const inView =
    text === null ? undefined : blockElements(text).find((block) => block.getBoundingClientRect().bottom > 0);
  return inView === undefined ? 0 : offsetOfBlock(inView);
}
