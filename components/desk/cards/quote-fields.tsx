import { capitalised, detailWords, valueWords } from '@/domain/words';
import { ChoiceField } from './choice-field';
import { DateField } from './date-field';
import type { FormPart } from './form-part';
import { LineField } from './line-field';
import { PartyField } from './party-field';

const words = detailWords.quote;
const values = valueWords.quote;

/** What is known of something said. */
export function QuoteFields(part: FormPart) {
  return (
    <>
      <PartyField {...part} field="speaker" label={capitalised(words.speaker)} />
      {part.aside('details.speaker')}
      <div className="grid grid-cols-2 gap-2">
        <ChoiceField
          {...part}
          path="directness"
          label={capitalised(words.directness)}
          words={values.directness}
          none={null}
        />
        <ChoiceField {...part} path="verbatim" label={capitalised(words.verbatim)} words={values.verbatim} />
      </div>
      {part.aside('details.directness', 'details.verbatim')}
      <div className="grid grid-cols-2 gap-2">
        <LineField {...part} path="cue" label={capitalised(words.cue)} />
        <LineField {...part} path="saidTo" label={capitalised(words.saidTo)} />
      </div>
      {part.aside('details.cue', 'details.saidTo')}
      <DateField {...part} path="saidOn" label={capitalised(words.saidOn)} />
      {part.aside('details.saidOn')}
    </>
  );
}
