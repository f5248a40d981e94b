'use client';

import { type ReactNode, useState } from 'react';
import { keysOf, keyWritten } from '@/components/desk/shortcuts';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import type { Choosing } from './choosing';
import { Rewording } from './rewording';
import { TextDifference } from './text-difference';
import { hasWordsInCommon } from './words-in-common';

export interface FieldClashProps {
  /** The field's name as its form labels it. */
  readonly label: string;
  /** As people read it; empty for none. */
  readonly before: string;
  readonly theirs: string;
  readonly mine: string;
  /** Whose `theirs` is, and when they wrote it, as far as it is known. */
  readonly by?: string | undefined;
  readonly onTake: (side: 'theirs' | 'mine') => void;
  /** A third way where the field has one: both lists joined, or a text written anew. */
  readonly both?: Both | undefined;
  /** Shows the keys on the buttons: this is the clash that keys are about. */
  readonly hasKeys: boolean;
}

export type Both =
  | { readonly is: 'joined'; readonly onJoin: () => void }
  | { readonly is: 'reworded'; readonly mostCharacters: number; readonly onReword: (text: string) => void };

/** One field that two people changed: before, theirs and mine beside one another, with a key for each way on. */
export function FieldClash({
  label,
  before,
  theirs,
  mine,
  by,
  onTake,
  both,
  hasKeys,
}: FieldClashProps): ReactNode {
  const [rewording, setRewording] = useState(false);
  const key = (name: Choosing) => (hasKeys ? { shortcut: keysOf(name).map(keyWritten)[0] ?? '' } : {});
  return (
    <section
      data-clash
      aria-label={`${label}: theirs or yours`}
      className="grid gap-1.5 rounded-md border border-line bg-sheet px-2 py-2"
    >
      <p className="font-semibold text-ink text-sm">{label}</p>
      <dl className="grid grid-cols-1 gap-x-3 gap-y-1 @lg:grid-cols-3">
        <Side name="Before">
          <Wording text={before} />
        </Side>
        <Side name="Theirs" detail={by}>
          <Wording text={theirs} before={before} />
        </Side>
        <Side name="Yours">
          <Wording text={mine} before={before} />
        </Side>
      </dl>
      {rewording && both?.is === 'reworded' ? (
        <Rewording
          label={label}
          text={mine}
          mostCharacters={both.mostCharacters}
          onDone={both.onReword}
          onLeave={() => setRewording(false)}
        />
      ) : (
        <div className="flex flex-wrap gap-1 [&>button]:gap-1 [&>button]:px-1.5 [&>button]:text-sm pointer-coarse:[&>button]:px-2.5">
          <Button data-choice="takeTheirs" {...key('takeTheirs')} onClick={() => onTake('theirs')}>
            Take theirs
          </Button>
          <Button data-choice="keepMine" {...key('keepMine')} onClick={() => onTake('mine')}>
            Keep mine
          </Button>
          {both !== undefined && (
            <Button
              variant="quiet"
              data-choice="takeBoth"
              {...key('takeBoth')}
              onClick={() => (both.is === 'joined' ? both.onJoin() : setRewording(true))}
            >
              {both.is === 'joined' ? 'Both' : 'Edit'}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

/** A row with its name at the left; a column with its name on top where there is room for three. */
function Side({
  name,
  detail,
  children,
}: {
  readonly name: string;
  readonly detail?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div className="grid min-w-0 grid-cols-[3.5rem_minmax(0,1fr)] gap-x-2 @lg:grid-cols-1 @lg:content-start @lg:gap-y-0.5">
      <dt className="text-faint text-sm">{name}</dt>
      <dd className="min-w-0 whitespace-pre-line break-words text-ink">
        <span dir="auto">{children}</span>
        {detail !== undefined && <span className="block text-faint text-xs">{detail}</span>}
      </dd>
    </div>
  );
}

/** A value; against another one where the two have words in common. */
function Wording({ text, before }: { readonly text: string; readonly before?: string }) {
  if (text === '')
    return <span className="text-faint italic">{before === undefined ? 'nothing' : 'left empty'}</span>;
  if (before === undefined || !hasWordsInCommon(before, text)) {
    return <span className={classNames(before !== undefined && 'font-medium')}>{text}</span>;
  }
  return <TextDifference before={before} after={text} />;
}
