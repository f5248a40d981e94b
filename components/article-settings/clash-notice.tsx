import type { FieldName, FieldValues } from '@/components/article-fields/field-values';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { articleFieldWords, capitalised } from '@/domain/words';

/** What somebody else wrote meanwhile into fields that the person changed too: to take, or to replace by saving. */
export function ClashNotice({
  fields,
  theirs,
  onTake,
}: {
  fields: readonly FieldName[];
  /** As the form would show them. */
  theirs: FieldValues;
  onTake: (name: FieldName) => void;
}) {
  return (
    <Notice tone="warning" title="Somebody else changed this meanwhile">
      <p>Saving replaces what they wrote with what you wrote. Nothing is saved yet.</p>
      <ul className="mt-2 grid gap-1.5">
        {fields.map((name) => (
          <li key={name} className="flex items-center gap-3">
            <span className="min-w-0 flex-1" dir="auto">
              <span className="font-semibold">{capitalised(articleFieldWords[name])}:</span>{' '}
              {theirs[name] === '' ? 'taken away' : theirs[name]}
            </span>
            <Button onClick={() => onTake(name)}>Take theirs</Button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
