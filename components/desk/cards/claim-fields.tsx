import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import { capitalised, detailWords, valueWords } from '@/domain/words';
import { ChoiceField } from './choice-field';
import { EvidenceFields } from './evidence-fields';
import type { FormPart } from './form-part';
import { PartyField } from './party-field';

const words = detailWords.claim;
const values = valueWords.claim;

/** What is known of something asserted as fact. */
export function ClaimFields(part: FormPart) {
  return (
    <>
      <PartyField {...part} field="claimant" label={capitalised(words.claimant)} />
      {part.aside('details.claimant')}
      <Field label={capitalised(words.statement)} error={part.errorAt('statement')}>
        <TextArea
          rows={2}
          maxLength={2000}
          placeholder="In plain words, as one would check it"
          value={part.draft.values['statement'] ?? ''}
          onChange={(event) => part.setValues({ statement: event.target.value })}
        />
      </Field>
      {part.aside('details.statement')}
      <div className="grid grid-cols-2 gap-2">
        <ChoiceField {...part} path="type" label={capitalised(words.type)} words={values.type} />
        <ChoiceField
          {...part}
          path="checkWorthiness"
          label={capitalised(words.checkWorthiness)}
          words={values.checkWorthiness}
        />
      </div>
      {part.aside('details.type', 'details.checkWorthiness')}
      <ChoiceField {...part} path="rating" label={capitalised(words.rating)} words={values.rating} />
      {part.aside('details.rating')}
      <Field label={capitalised(words.explanation)} error={part.errorAt('explanation')}>
        <TextArea
          rows={2}
          maxLength={10_000}
          value={part.draft.values['explanation'] ?? ''}
          onChange={(event) => part.setValues({ explanation: event.target.value })}
        />
      </Field>
      {part.aside('details.explanation')}
      <EvidenceFields {...part} />
      {part.aside('details.evidence')}
    </>
  );
}
