import type { FieldName } from '@/components/article-fields/field-values';
import { languageName } from '@/components/article-fields/languages';
import { ClashRegion } from '@/components/clash/clash-region';
import { FieldClash } from '@/components/clash/field-clash';
import { useCurrentClash } from '@/components/clash/use-current-clash';
import type { MetField } from '@/domain/meeting';
import { articleFieldWords, capitalised } from '@/domain/words';

/** What somebody else wrote meanwhile into fields that the person wrote into too, with a key for each way on. */
export function FieldClashes({
  clashes,
  onChoose,
}: {
  readonly clashes: readonly MetField<FieldName>[];
  readonly onChoose: (fields: readonly FieldName[], take: 'mine' | 'theirs') => void;
}) {
  const fields = clashes.map(({ field }) => field);
  const { current, watch } = useCurrentClash(fields);
  return (
    <ClashRegion
      title={`Somebody else changed ${fields.length === 1 ? 'the same field' : 'the same fields'}`}
      count={clashes.length}
      all={clashes.length > 1 ? { onTake: (take) => onChoose(fields, take) } : undefined}
    >
      {clashes.map(({ field, before, theirs, mine }) => (
        <div key={field} {...watch(field)}>
          <FieldClash
            label={capitalised(articleFieldWords[field])}
            before={written(field, before)}
            theirs={written(field, theirs)}
            mine={written(field, mine)}
            onTake={(take) => onChoose([field], take)}
            hasKeys={field === current}
          />
        </div>
      ))}
    </ClashRegion>
  );
}

function written(field: FieldName, value: unknown): string {
  const text = String(value ?? '');
  if (field === 'language' && text !== '') return languageName(text.trim()) ?? text;
  return field === 'deadline' ? text.replace('T', ', ') : text;
}
