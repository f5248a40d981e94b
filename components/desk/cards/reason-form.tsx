import { useRef, useState } from 'react';
import type { Deciding } from '@/components/desk/use-mark-actions';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import type { Annotation } from '@/domain/annotation';
import { reasons } from '@/domain/decision';
import { capitalised, reasonWords } from '@/domain/words';
import { keepReason, type ReasonDraft, useReasonDraft } from './drafts';
import { ReasonNews } from './reason-news';
import { useReturnFocus } from './use-return-focus';

const words = {
  reject: { title: 'Reject this mark', button: 'Reject' },
  requestChanges: { title: 'Request changes', button: 'Request changes' },
} as const;

const nothingGiven = { reason: '', note: '' } as const;

const options = reasons.map((value) => ({ value, label: capitalised(reasonWords[value]) }));

/** Asks for the reason that a rejection or a request for changes needs, and takes a note with it. */
export function ReasonForm({
  mark,
  decision,
  onDecide,
  onCancel,
}: {
  readonly mark: Annotation;
  readonly decision: 'reject' | 'requestChanges';
  /** Given the mark as it was when the form opened: that is what was decided on. */
  readonly onDecide: (mark: Annotation, review: Deciding) => void;
  readonly onCancel: () => void;
}) {
  const [seen] = useState(mark);
  const { reason, note } = useReasonDraft(mark.id) ?? nothingGiven;
  const [missing, setMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useReturnFocus(form);

  /** Kept until it is decided or given up, whatever happens to the page meanwhile. */
  function give(given: Partial<Pick<ReasonDraft, 'reason' | 'note'>>): void {
    keepReason(mark.id, { decision, reason, note, ...given });
  }

  function cancel(): void {
    keepReason(mark.id, undefined);
    onCancel();
  }

  function decide(): void {
    if (reason === '') {
      setMissing(true);
      form.current?.querySelector('select')?.focus();
      return;
    }
    keepReason(mark.id, undefined);
    onDecide(seen, { decision, reason, ...(note.trim() === '' ? {} : { note: note.trim() }) });
  }

  return (
    <form
      ref={form}
      aria-label={words[decision].title}
      className="grid gap-2.5 rounded-md bg-hover p-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        decide();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          cancel();
        } else if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
          event.preventDefault();
          decide();
        }
      }}
    >
      <ReasonNews seen={seen} mark={mark} />
      <Field
        label="Reason"
        error={missing && reason === '' ? 'Say why, so that it can be mended.' : undefined}
      >
        <Select
          options={options}
          value={reason}
          none="Choose a reason"
          onValueChange={(chosen) => give({ reason: chosen })}
          // The form opens because its key or button was pressed; what comes next is the reason.
          autoFocus
        />
      </Field>
      <Field label="Note" hint="What would make it right? The author sees this.">
        <TextArea
          value={note}
          rows={2}
          maxLength={4000}
          onChange={(event) => give({ note: event.target.value })}
        />
      </Field>
      <div className="flex gap-1.5">
        <Button type="submit" variant="primary">
          {words[decision].button}
        </Button>
        <Button variant="quiet" onClick={cancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
