import { capitalised, detailWords, valueWords } from '@/domain/words';
import { ChoiceField } from './choice-field';
import { DateField } from './date-field';
import type { FormPart } from './form-part';
import { LineField } from './line-field';
import { ParticipantsField } from './participants-field';

const words = detailWords.event;
const values = valueWords.event;

/** What is known of something that happened or will. */
export function EventFields(part: FormPart) {
  return (
    <>
      <LineField {...part} path="title" label={capitalised(words.title)} />
      {part.aside('details.title')}
      <div className="grid grid-cols-2 gap-2">
        <ChoiceField {...part} path="type" label={capitalised(words.type)} words={values.type} />
        <ChoiceField {...part} path="status" label={capitalised(words.status)} words={values.status} />
      </div>
      {part.aside('details.type', 'details.status')}
      <div className="grid grid-cols-2 gap-2">
        <DateField {...part} path="startsOn" label={capitalised(words.startsOn)} />
        <DateField {...part} path="endsOn" label={capitalised(words.endsOn)} />
      </div>
      {part.aside('details.startsOn', 'details.endsOn')}
      <LineField {...part} path="place" label={capitalised(words.place)} />
      {part.aside('details.place')}
      <ParticipantsField {...part} />
      {part.aside('details.participants')}
    </>
  );
}
