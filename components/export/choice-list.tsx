import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Small, at the end of the label's line. */
  readonly aside?: string;
  readonly hint?: ReactNode;
}

/** One of a few, all of them in view: the browser's own radio buttons, each with room for a sentence. */
export function ChoiceList<Value extends string>({
  legend,
  name,
  choices,
  value,
  onChoose,
}: {
  legend: string;
  /** Of the group of radio buttons; one of a kind on the page. */
  name: string;
  choices: readonly Choice<Value>[];
  value: Value;
  onChoose: (value: Value) => void;
}) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-semibold text-faint text-sm">{legend}</legend>
      <div className="-mx-3 grid">
        {choices.map(({ value: each, label, aside, hint }) => {
          const hintId = `${name}-${each}-hint`;
          return (
            <label
              key={each}
              className={classNames(
                'grid cursor-pointer grid-cols-[auto_1fr_auto] items-baseline gap-x-2.5 rounded-md px-3 py-2 hover:bg-hover pointer-coarse:py-3',
                each === value && 'bg-hover',
              )}
            >
              <input
                type="radio"
                name={name}
                value={each}
                checked={each === value}
                onChange={() => onChoose(each)}
                aria-describedby={hint === undefined ? undefined : hintId}
                className="translate-y-0.5"
              />
              <span className="font-semibold">{label}</span>
              {aside !== undefined && <span className="text-soft text-sm tabular-nums">{aside}</span>}
              {hint !== undefined && (
                <span id={hintId} className="col-span-2 col-start-2 text-soft">
                  {hint}
                </span>
              )}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
