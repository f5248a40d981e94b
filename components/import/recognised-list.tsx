'use client';

import { memo } from 'react';
import { languageName } from '@/components/article-fields/languages';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import type { Draft, Recognition, RecognitionKind } from '@/domain/import/draft';
import { capitalised, recognitionWords } from '@/domain/words';

/** More of one kind are folded into one line. */
const MOST_SHOWN = 5;

export interface RecognisedListProps {
  readonly draft: Draft;
  /** Takes back what was recognised, or does it again. */
  readonly onToggle: (ids: readonly string[], isUndone: boolean) => void;
}

/** What was recognised in the source, each with a way back. */
export const RecognisedList = memo(function RecognisedList({ draft, onToggle }: RecognisedListProps) {
  return (
    <section aria-labelledby="recognised">
      <h2 id="recognised" className="mb-1 font-semibold text-lg">
        Recognised
      </h2>
      {draft.recognitions.length === 0 && <p className="text-soft">Nothing; the text is taken as it is.</p>}
      <ul className="divide-y divide-line">
        {byKind(draft.recognitions).map(([kind, recognitions]) =>
          recognitions.length <= MOST_SHOWN ? (
            recognitions.map((recognition) => (
              <Row
                key={recognition.id}
                recognition={recognition}
                isUndone={draft.undone.has(recognition.id)}
                onToggle={onToggle}
              />
            ))
          ) : (
            <Folded
              key={kind}
              kind={kind}
              recognitions={recognitions}
              undone={draft.undone}
              onToggle={onToggle}
            />
          ),
        )}
      </ul>
      {draft.notes.length > 0 && (
        <ul className="mt-2 grid gap-1 text-soft">
          {draft.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </section>
  );
});

function Row({
  recognition,
  isUndone,
  onToggle,
}: {
  readonly recognition: Recognition;
  readonly isUndone: boolean;
  readonly onToggle: RecognisedListProps['onToggle'];
}) {
  const label = capitalised(recognitionWords[recognition.kind]);
  const says = recognition.kind === 'language' ? languageName(recognition.says) : recognition.says;
  return (
    <li className="flex items-start gap-3 py-2">
      <div className={classNames('min-w-0 flex-1', isUndone && 'text-faint')}>
        <p className="flex flex-wrap gap-x-2">
          <span className="font-medium">{label}</span>
          <span className={isUndone ? 'text-faint' : 'text-soft'}>
            {isUndone ? 'undone' : effectOf(recognition)}
          </span>
        </p>
        <p dir="auto" className={classNames('line-clamp-2 break-words', isUndone && 'line-through')}>
          {says}
        </p>
      </div>
      <Button
        variant="quiet"
        aria-label={`${isUndone ? 'Redo' : 'Undo'} ${label}: ${says.slice(0, 80)}`}
        onClick={() => onToggle([recognition.id], !isUndone)}
      >
        {isUndone ? 'Redo' : 'Undo'}
      </Button>
    </li>
  );
}

function Folded({
  kind,
  recognitions,
  undone,
  onToggle,
}: {
  readonly kind: RecognitionKind;
  readonly recognitions: readonly Recognition[];
  readonly undone: ReadonlySet<string>;
  readonly onToggle: RecognisedListProps['onToggle'];
}) {
  const isUndone = recognitions.every(({ id }) => undone.has(id));
  const label = `${capitalised(recognitionWords[kind])} × ${recognitions.length}`;
  return (
    <li className="flex items-start gap-3 py-2">
      <details className="min-w-0 flex-1">
        <summary className="cursor-pointer font-medium">{label}</summary>
        <ul className="max-h-80 overflow-y-auto ps-3">
          {recognitions.slice(0, MOST_UNFOLDED).map((recognition) => (
            <Row
              key={recognition.id}
              recognition={recognition}
              isUndone={undone.has(recognition.id)}
              onToggle={onToggle}
            />
          ))}
        </ul>
      </details>
      <Button
        variant="quiet"
        aria-label={`${isUndone ? 'Redo' : 'Undo'} all: ${label}`}
        onClick={() =>
          onToggle(
            recognitions.map(({ id }) => id),
            !isUndone,
          )
        }
      >
        {isUndone ? 'Redo all' : 'Undo all'}
      </Button>
    </li>
  );
}

/** A list longer than this helps nobody; the preview shows all. */
const MOST_UNFOLDED = 200;

/** What became of its words. */
function effectOf({ kind, takes, starts, gives }: Recognition): string {
  if (kind === 'language' || kind === 'lines') return '';
  if (kind === 'headline' && takes.length === 0) return 'proposed from the lead';
  if (starts.length > 0) return 'set apart';
  if (takes.length === 0) return 'stays in the text';
  return Object.keys(gives).length > 0 ? 'taken out of the text' : 'left out';
}

function byKind(recognitions: readonly Recognition[]): [RecognitionKind, Recognition[]][] {
  return [...Map.groupBy(recognitions, ({ kind }) => kind)];
}
