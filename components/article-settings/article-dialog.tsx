'use client';

import { type FormEvent, useState } from 'react';
import { ArticleFieldsForm } from '@/components/article-fields/article-fields-form';
import {
  type FieldErrors,
  type FieldName,
  type FieldValues,
  fieldNames,
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
import { ClashNotice } from './clash-notice';
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
  // What the person's changes are counted from: the article as they last saw it.
  const [seen, setSeen] = useState(article);
  const [values, setValues] = useState(() => valuesOf(article, timeZone));
  const [errors, setErrors] = useState<FieldErrors>({});
  const [clashes, setClashes] = useState<readonly FieldName[]>([]);
  const show = useShowArticle();
  const mend = useMendArticle();

  function change(name: FieldName, value: string) {
    setValues((before) => ({ ...before, [name]: value }));
    setErrors(({ [name]: _, ...others }) => others);
  }

  /** What they wrote becomes what was seen, so that saving again replaces it, and untouched fields follow it. */
  function meet(current: Article, fields: readonly FieldName[]) {
    const before = valuesOf(seen, timeZone);
    const now = valuesOf(current, timeZone);
    const kept = (name: FieldName) => values[name] !== before[name];
    setValues(
      // Every field is named once, so that the record is whole.
      Object.fromEntries(
        fieldNames.map((name) => [name, kept(name) ? values[name] : now[name]]),
      ) as unknown as FieldValues,
    );
    setSeen(current);
    setClashes(fields);
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const read = readFieldValues(values, timeZone);
    if (read.errors !== undefined) {
      setErrors(read.errors);
      return focusFirstInvalid(form);
    }
    mend.mutate(
      { seen, mine: read.fields },
      {
        onSuccess: (mended) => {
          if (mended.is === 'clashing') return meet(mended.current, mended.fields);
          show(mended.article);
          onClose();
          toast('Saved');
        },
        onError: (error) => {
          setErrors(Object.fromEntries(fieldErrors(error)));
          focusFirstInvalid(form);
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
          <ClashNotice
            fields={clashes}
            theirs={valuesOf(seen, timeZone)}
            onTake={(name) => {
              change(name, valuesOf(seen, timeZone)[name]);
              setClashes(clashes.filter((other) => other !== name));
            }}
          />
        )}
        <ArticleFieldsForm values={values} errors={errors} timeZone={timeZone} onChange={change} />
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={mend.isPending}>
            {clashes.length > 0 ? 'Save mine' : 'Save'}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
