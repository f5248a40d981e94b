'use client';

import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useFocusOnward } from '@/components/clash/use-focus-onward';
import { useDeskState } from '@/components/desk/desk-state';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import { toast } from '@/components/ui/toast';
import type { Annotation } from '@/domain/annotation';
import { gatherParties, partiesOf } from '@/domain/party-names';
import { proposeDetails } from '@/domain/propose-details';
import { type Issue, isRefusal } from '@/domain/refusal';
import type { CardPart } from './card-desk';
import { ClaimFields } from './claim-fields';
import { type Draft, isEmptyPatch, patchOf } from './details-draft';
import { keepDraft } from './drafts';
import { EventFields } from './event-fields';
import { FormAside } from './form-aside';
import { FormNews } from './form-news';
import type { FormPart } from './form-part';
import { KeepInPlace } from './keep-in-place';
import { QuoteFields } from './quote-fields';
import { useDetailsDraft } from './use-details-draft';
import { useReturnFocus } from './use-return-focus';
import { useTouches } from './use-touches';

/** The foot of the form stays in view, however much of the form is below the fold. */
const footLook =
  'sticky bottom-0 z-1 -mr-3 -ml-2 -mb-2 flex items-center gap-1.5 rounded-b-lg border-line border-t bg-sheet py-2 pr-3 pl-2';

/**
 * The details of a mark in place on its card. What is typed is kept until it is saved or discarded, whatever is fetched
 * or chosen meanwhile, and changes only the fields that were touched.
 */
export function DetailsForm({ desk, mark }: CardPart) {
  const edit = useDeskState((state) => state.edit);
  const { opened, draft, clashes, atOpening, isRestored, cameIn, type, choose } = useDetailsDraft(mark);
  const [errors, setErrors] = useState<readonly Issue[]>([]);
  const [asking, setAsking] = useState(false);
  const [undecided, setUndecided] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const touches = useTouches(desk, mark, atOpening.version);
  useReturnFocus(form);
  useFocusOnward(form, clashes.length);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), []);

  const parties = useMemo(() => gatherParties([...partiesOf(desk.marks), ...desk.names()]), [desk]);
  const part: FormPart = {
    draft,
    change: (next) => type((before) => ({ ...before, ...next })),
    setValues: (next) => type((before) => ({ ...before, values: { ...before.values, ...next } })),
    aside: (...fields) => (
      <FormAside
        kind={draft.kind}
        fields={fields}
        clashes={clashes}
        cameIn={cameIn}
        touches={touches}
        onChoose={choose}
      />
    ),
    errorAt: (path) => errors.find((error) => error.path === `details.${path}`)?.message,
    parties,
    proposals: proposeDetails(mark, {
      text: desk.article.revision.text,
      publishedOn: desk.article.publishedOn,
      names: desk.names(),
      marks: desk.marks,
    }),
    publishedOn: desk.article.publishedOn,
    timeZone: desk.me.settings.timeZone,
  };

  const isGone = mark.deletedAt !== undefined;

  function leave(): void {
    keepDraft(mark.id, undefined);
    edit(undefined);
  }

  function save(): void {
    if (clashes.length > 0) {
      setUndecided(true);
      form.current?.querySelector<HTMLElement>('[data-clash] button')?.focus();
      return;
    }
    try {
      write();
      leave();
    } catch (error) {
      if (!isRefusal(error)) throw error;
      setErrors(error.extras.errors ?? [{ path: '', message: error.message }]);
      requestAnimationFrame(() =>
        form.current?.querySelector<HTMLElement>('[data-invalid]:is(input,select,textarea)')?.focus(),
      );
    }
  }

  /** A mark that somebody deleted is brought back first. */
  function write(): void {
    const patch = patchOf(opened, draft);
    if (isGone) desk.actions.writes.restore(mark);
    if (!isEmptyPatch(patch)) desk.actions.writes.change(asStanding(opened), patch);
  }

  /** The mark stays deleted; what was typed is one press away all the same. */
  function letGo(): void {
    leave();
    toast('The mark stays deleted', { action: { label: 'Restore it after all', run: write } });
  }

  function press(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      save();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (asking || clashes.length > 0 || !isEmptyPatch(patchOf(opened, draft))) setAsking(!asking);
      else leave();
    }
  }

  const elsewhere = errors.filter(({ path }) => !isBesideField(path, draft.kind, draft));
  return (
    <form
      ref={form}
      aria-label="Details"
      // A field that takes the focus scrolls clear of the foot.
      className="grid grid-cols-1 gap-2 [overflow-anchor:none] [&_:is(input,select,textarea)]:scroll-mb-16"
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <KeepInPlace within={form}>
        {isRestored && <p className="text-soft text-sm">What you typed before is still here.</p>}
        <FormNews mark={mark} since={atOpening} touches={touches} onLetGo={letGo} onRestore={save} />
        {part.aside('kind', 'spans')}
        {draft.kind === 'quote' && <QuoteFields {...part} />}
        {draft.kind === 'claim' && <ClaimFields {...part} />}
        {draft.kind === 'event' && <EventFields {...part} />}
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
        {part.aside('labels', 'note')}
      </KeepInPlace>
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
        <div className={`flex-wrap ${footLook}`}>
          {undecided && clashes.length > 0 && (
            <p role="alert" className="w-full text-warn-ink text-sm">
              Choose between theirs and yours first.
            </p>
          )}
          <Button type="submit" variant="primary">
            {isGone ? 'Restore and save' : 'Save'}
          </Button>
          <Button variant="quiet" onClick={leave}>
            Cancel
          </Button>
        </div>
      )}
    </form>
  );
}

/** The mark as it will be when it is restored, for what is to follow. */
function asStanding({ deletedAt: _, ...mark }: Annotation): Annotation {
  return mark;
}

/** Whether an error is shown beside its own field. */
function isBesideField(path: string, kind: string, draft: Draft): boolean {
  const field = path.replace(/^details\./, '');
  return field in draft.values || (kind === 'claim' && /^evidence\.\d+\.(url|title|accessedOn)$/.test(field));
}
