'use client';

import { type FormEvent, useRef, useState } from 'react';
import { ArticleFieldsForm } from '@/components/article-fields/article-fields-form';
import {
  type FieldErrors,
  type FieldName,
  readFieldValues,
  valuesOf,
} from '@/components/article-fields/field-values';
import { sayFailure } from '@/components/data/failure-words';
import { fieldErrors } from '@/components/data/field-errors';
import { Button } from '@/components/ui/button';
import { Dialog, DialogActions } from '@/components/ui/dialog';
import { focusFirstInvalid } from '@/components/ui/focus-first-invalid';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import type { Article } from '@/domain/article';
import { articleFieldWords, capitalised } from '@/domain/words';
import { FieldClashes } from './field-clashes';
import { cameInto, decideField, type FieldsForm, followFields } from './follow-fields';
import { useMendArticle } from './use-mend-article';
import { useShowArticle } from './use-show-article';

/** Mends what is written about an article. What somebody else changed meanwhile is kept, or shown first. */
export function ArticleDialog({
  article,
  timeZone,
  onClose,
}: {
  article: Article;
  timeZone: string;
  onClose: () => void;
}) {
  const [first] = useState(article);
  const [form, setForm] = useState<FieldsForm>(() => ({
    seen: article,
    values: valuesOf(article, timeZone),
  }));
  const [refusedOver, setRefusedOver] = useState(article);
  const [errors, setErrors] = useState<FieldErrors>({});
  const show = useShowArticle();
  const mend = useMendArticle();
  // The newest that is known: what the page hears of the article, or what a save met.
  const now = refusedOver.version > article.version ? refusedOver : article;
  const { seen, values, clashes } = followFields(form, now, timeZone);
  const cameIn = cameInto(values, first, now, timeZone);
  const clashRegion = useRef<HTMLDivElement>(null);

  function change(name: FieldName, value: string) {
    setForm((before) => {
      const followed = followFields(before, now, timeZone);
      return { seen: followed.seen, values: { ...followed.values, [name]: value } };
    });
    setErrors(({ [name]: _, ...others }) => others);
  }

  function choose(fields: readonly FieldName[], take: 'mine' | 'theirs') {
    setForm((before) =>
      fields.reduce<FieldsForm>((kept, field) => decideField(kept, now, timeZone, { field, take }), before),
    );
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = event.currentTarget;
    if (clashes.length > 0) {
      clashRegion.current?.querySelector<HTMLElement>('[data-clash] button')?.focus();
      return;
    }
    const read = readFieldValues(values, timeZone);
    if (read.errors !== undefined) {
      setErrors(read.errors);
      return focusFirstInvalid(fields);
    }
    mend.mutate(
      { seen, mine: read.fields },
      {
        onSuccess: (mended) => {
          if (mended.is === 'clashing') return setRefusedOver(mended.current);
          show(mended.article);
          onClose();
          toast('Saved');
        },
        onError: (error) => {
          setErrors(Object.fromEntries(fieldErrors(error)));
          focusFirstInvalid(fields);
        },
      },
    );
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="About this article" width="wide">
      <form onSubmit={submit} noValidate className="grid gap-4">
        {mend.isError && fieldErrors(mend.error).size === 0 && (
          <Notice tone="bad">{sayFailure(mend.error)}</Notice>
        )}
        {clashes.length > 0 && (
          <div ref={clashRegion} className="grid gap-2">
            <FieldClashes clashes={clashes} onChoose={choose} />
            <p className="text-soft">Nothing of yours is saved until you have chosen.</p>
          </div>
        )}
        {cameIn.length > 0 && (
          <p role="status" className="text-soft">
            Came in meanwhile: {cameIn.map((name) => capitalised(articleFieldWords[name])).join('; ')}
          </p>
        )}
        <ArticleFieldsForm values={values} errors={errors} timeZone={timeZone} onChange={change} />
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={mend.isPending}>
            Save
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
