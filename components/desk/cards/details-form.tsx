'use client';

import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useDeskState } from '@/components/desk/desk-state';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import { gatherParties, partiesOf } from '@/domain/party-names';
import { proposeDetails } from '@/domain/propose-details';
import { type Issue, isRefusal } from '@/domain/refusal';
import type { CardPart } from './card-desk';
import { ClaimFields } from './claim-fields';
import { type Draft, draftOf, isEmptyPatch, patchOf } from './details-draft';
import { changeDraft, keepDraft, useDraft } from './drafts';
import { EventFields } from './event-fields';
import type { FormPart } from './form-part';
import { QuoteFields } from './quote-fields';
import { useReturnFocus } from './use-return-focus';

/** The foot of the form stays in view, however much of the form is below the fold. */
const footLook =
  'sticky bottom-0 z-1 -mr-3 -ml-2 -mb-2 flex items-center gap-1.5 rounded-b-lg border-line border-t bg-sheet py-2 pr-3 pl-2';

/**
 * The details of a mark in place on its card. What is typed is kept until it is saved or discarded, whatever is fetched
 * or chosen meanwhile, and changes only the fields that were touched.
 */
export function DetailsForm({ desk, mark }: CardPart) {
  const edit = useDeskState((state) => state.edit);
  const [atOpening] = useState(mark);
  const kept = useDraft(mark.id);
  const opened = kept?.opened ?? atOpening;
  const draft = kept?.draft ?? draftOf(opened);
  const [restored] = useState(kept !== undefined);
  const [errors, setErrors] = useState<readonly Issue[]>([]);
  const [asking, setAsking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useReturnFocus(form);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), []);

  const parties = useMemo(() => gatherParties([...partiesOf(desk.marks), ...desk.names()]), [desk]);
  const part: FormPart = {
    draft,
    change: (next) => changeDraft(mark.id, { opened, draft }, (before) => ({ ...before, ...next })),
    setValues: (next) =>
      changeDraft(mark.id, { opened, draft }, (before) => ({
        ...before,
        values: { ...before.values, ...next },
      })),
    errorAt: (path) => errors.find((error) => error.path === `details.${path}`)?.message,
    parties,
    proposals: proposeDetails(opened, {
      text: desk.article.revision.text,
      publishedOn: desk.article.publishedOn,
      names: desk.names(),
      marks: desk.marks,
    }),
    publishedOn: desk.article.publishedOn,
    timeZone: desk.me.settings.timeZone,
  };

  function leave(): void {
    keepDraft(mark.id, undefined);
    edit(undefined);
  }

  function save(): void {
    const patch = patchOf(opened, draft);
    try {
      if (!isEmptyPatch(patch)) desk.actions.writes.change(opened, patch);
      leave();
    } catch (error) {
      if (!isRefusal(error)) throw error;
      setErrors(error.extras.errors ?? [{ path: '', message: error.message }]);
      requestAnimationFrame(() =>
        form.current?.querySelector<HTMLElement>('[data-invalid]:is(input,select,textarea)')?.focus(),
      );
    }
  }

  function press(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      save();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (asking || !isEmptyPatch(patchOf(opened, draft))) setAsking(!asking);
      else leave();
    }
  }

  const elsewhere = errors.filter(({ path }) => !isBesideField(path, opened.kind, draft));
  return (
    <form
      ref={form}
      aria-label="Details"
      // A field that takes the focus scrolls clear of the foot.
      className="grid grid-cols-1 gap-2 [&_:is(input,select,textarea)]:scroll-mb-16"
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {restored && <p className="text-soft text-sm">What you typed before is still here.</p>}
      {opened.kind === 'quote' && <QuoteFields {...part} />}
      {opened.kind === 'claim' && <ClaimFields {...part} />}
      {opened.kind === 'event' && <EventFields {...part} />}
      <Field label="Labels">
        <TextInput
          value={draft.labels}
          placeholder="Separated by commas"
          onChange={(event) => part.change({ labels: event.target.value })}
        />
      </Field>
      <Field label="Note">
        <TextArea
          rows={2}
          maxLength={10_000}
          value={draft.note}
          onChange={(event) => part.change({ note: event.target.value })}
        />
      </Field>
      {elsewhere.map(({ path, message }) => (
        <p key={path} role="alert" className="text-bad text-sm">
          {path} {message}
        </p>
      ))}
      {asking ? (
        <div role="alertdialog" aria-label="Unsaved details" className={`flex-wrap ${footLook}`}>
          <span className="w-full">Discard what you typed?</span>
          <Button onClick={() => setAsking(false)} autoFocus>
            Keep editing
          </Button>
          <Button variant="danger" onClick={leave}>
            Discard
          </Button>
        </div>
      ) : (
        <div className={footLook}>
          <Button type="submit" variant="primary">
            Save
          </Button>
          <Button variant="quiet" onClick={leave}>
            Cancel
          </Button>
        </div>
      )}
    </form>
  );
}

/** Whether an error is shown beside its own field. */
function isBesideField(path: string, kind: string, draft: Draft): boolean {
  const field = path.replace(/^details\./, '');
  return field in draft.values || (kind === 'claim' && /^evidence\.\d+\.(url|title|accessedOn)$/.test(field));
}
