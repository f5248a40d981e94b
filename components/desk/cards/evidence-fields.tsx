import { Plus, Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { TextInput } from '@/components/ui/text-input';
import { toLocalTime } from '@/domain/wall-clock';
import { capitalised, detailWords, evidenceWords } from '@/domain/words';
import type { EvidenceDraft } from './details-draft';
import type { FormPart } from './form-part';

/** The links that speak for or against a claim. A new one is taken to be read today, which can be changed. */
export function EvidenceFields({
  draft,
  change,
  errorAt,
  timeZone,
}: Pick<FormPart, 'draft' | 'change' | 'errorAt' | 'timeZone'>) {
  const rows = draft.evidence;
  const replace = (place: number, next: Partial<EvidenceDraft>) =>
    change({ evidence: rows.map((row, at) => (at === place ? { ...row, ...next } : row)) });
  const add = () => {
    const now = new Date().toISOString();
    const row = { key: now, url: '', title: '', accessedOn: toLocalTime(now, timeZone).slice(0, 10) };
    change({ evidence: [...rows, row] });
  };
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-medium text-soft text-sm">
        {capitalised(detailWords.claim.evidence)}
      </legend>
      {rows.map((row, place) => (
        <div key={row.key} className="grid gap-1.5 border-line border-l-2 pl-2">
          <div className="flex items-end gap-1">
            <Field
              label={capitalised(evidenceWords.url)}
              error={errorAt(`evidence.${place}.url`)}
              className="flex-1"
            >
              <TextInput
                type="url"
                inputMode="url"
                placeholder="https://"
                value={row.url}
                onChange={(event) => replace(place, { url: event.target.value })}
              />
            </Field>
            <IconButton
              icon={Trash2}
              label={`Remove evidence ${place + 1}`}
              onClick={() => change({ evidence: rows.filter((_, at) => at !== place) })}
            />
          </div>
          <div className="grid grid-cols-2 gap-2">
            <Field label={capitalised(evidenceWords.title)} error={errorAt(`evidence.${place}.title`)}>
              <TextInput
                value={row.title}
                maxLength={300}
                onChange={(event) => replace(place, { title: event.target.value })}
              />
            </Field>
            <Field
              label={capitalised(evidenceWords.accessedOn)}
              error={errorAt(`evidence.${place}.accessedOn`)}
            >
              <TextInput
                value={row.accessedOn}
                maxLength={40}
                onChange={(event) => replace(place, { accessedOn: event.target.value })}
              />
            </Field>
          </div>
        </div>
      ))}
      <Button className="justify-self-start" onClick={add}>
        <Plus aria-hidden="true" size={14} /> Add a link
      </Button>
    </fieldset>
  );
}
