'use client';

import { useCallback, useMemo, useReducer, useRef, useState } from 'react';
import { ArticleFieldsForm } from '@/components/article-fields/article-fields-form';
import {
  type FieldErrors,
  type FieldName,
  fieldNames,
  readFieldValues,
  valuesOf,
} from '@/components/article-fields/field-values';
import { Crumb } from '@/components/header/crumb';
import { Header } from '@/components/header/header';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { Me } from '@/domain/contract/people';
import { articleOf, composeBlocks, type Draft, fieldsOf } from '@/domain/import/draft';
import { isRefusal } from '@/domain/refusal';
import { DraftPreview } from './draft-preview';
import { FileDrop } from './file-drop';
import { emptyImport, holdsWork, reduceImport, type Source } from './import-state';
import { LeaveDialog } from './leave-dialog';
import type { MendBlock } from './mend-block';
import { LARGEST_SOURCE, readFile, tooLarge } from './read-file';
import { RecognisedList } from './recognised-list';
import { SaveFailure } from './save-failure';
import { SourceField } from './source-field';
import { TwinsNotice } from './twins-notice';
import { useLeaving } from './use-leaving';
import { useReading } from './use-reading';
import { useSave } from './use-save';
import { useTwins } from './use-twins';

const FORM = 'new-article';

/** A text whose language is not recognised is of none that is known, until somebody says (BCP 47: undetermined). */
const unknown = { language: 'und' };

/** An article on its way in: text pasted or dropped, what was recognised, and the article as it will look. */
export function ImportDesk({ me }: { readonly me: Me }) {
  const { timeZone } = me.settings;
  const [state, dispatch] = useReducer(reduceImport, emptyImport);
  const { source, draft, editing, typed } = state;
  const [fileError, setFileError] = useState<string>();
  const [errors, setErrors] = useState<FieldErrors>({});
  const form = useRef<HTMLFormElement>(null);
  const { saving, save } = useSave();
  const leaving = useLeaving(holdsWork(state) && saving.state !== 'saved');

  const takeDraft = useCallback((read: Source, made: Draft | undefined) => {
    dispatch({ type: 'read', source: read, draft: made });
  }, []);
  const reading = useReading(source, takeDraft);

  const blocks = useMemo(() => (draft === undefined ? [] : composeBlocks(draft)), [draft]);
  const article = useMemo(
    () => (draft === undefined ? { fields: {}, blocks: [] } : articleOf(draft)),
    [draft],
  );
  const values = useMemo(
    () => ({
      ...valuesOf(draft === undefined ? {} : { ...unknown, ...fieldsOf(draft) }, timeZone),
      ...typed,
    }),
    [draft, typed, timeZone],
  );
  const twins = useTwins(article.blocks, values.sourceUrl);
  const sourceError = fileError ?? (reading.state === 'refused' ? reading.refusal.message : undefined);

  const takeSource = useCallback((next: Source) => {
    const bytes = next.text.length > LARGEST_SOURCE / 3 ? new Blob([next.text]).size : 0;
    if (bytes > LARGEST_SOURCE) {
      setFileError(tooLarge('This text', bytes).message);
      return;
    }
    setFileError(undefined);
    dispatch({ type: 'source', source: next });
  }, []);

  const takeFiles = useCallback(
    async (files: readonly File[]) => {
      const [file] = files;
      if (file === undefined) return;
      if (files.length > 1) {
        setFileError('One file at a time, please.');
        return;
      }
      try {
        const { text, format, encoding } = await readFile(file);
        takeSource({ text, format, file: { name: file.name, encoding } });
      } catch (error) {
        if (!isRefusal(error)) throw error;
        setFileError(error.message);
      }
    },
    [takeSource],
  );

  const mend = useCallback<MendBlock>((...what) => dispatch({ type: 'mend', mend: what }), []);

  const toggle = useCallback((ids: readonly string[], isUndone: boolean) => {
    dispatch({ type: 'toggle', ids, isUndone });
  }, []);

  function type(name: FieldName, value: string): void {
    dispatch({ type: 'field', name, value });
    setErrors(({ [name]: _mended, ...others }) => others);
  }

  function submit(): void {
    if (reading.state === 'reading') return;
    if (article.blocks.length === 0) {
      setFileError(
        source.text.trim() === '' ? 'Paste a text or choose a file first.' : 'No block is left to save.',
      );
      return;
    }
    const read = readFieldValues(values, timeZone);
    setErrors(read.errors ?? {});
    if (read.fields !== undefined) void save(read.fields, article.blocks);
    else focusFirst(form.current, read.errors);
  }

  return (
    <>
      <Header
        me={me}
        crumb={
          <>
            <Crumb href="/">Desk</Crumb>
            <Crumb>New article</Crumb>
          </>
        }
        actions={
          <Button
            type="submit"
            form={FORM}
            variant="primary"
            busy={saving.state === 'saving' || saving.state === 'saved' || reading.state === 'reading'}
          >
            {saving.state === 'saving' || saving.state === 'saved' ? 'Saving…' : 'Save'}
          </Button>
        }
      />
      <main id="content" className="lg:grid lg:grid-cols-[minmax(22rem,27rem)_minmax(0,1fr)]">
        <form
          id={FORM}
          ref={form}
          noValidate
          aria-label="New article"
          className="grid content-start gap-6 px-4 py-6 sm:px-6 lg:sticky lg:top-12 lg:h-[calc(100dvh-3rem)] lg:overflow-y-auto"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <h1 className="font-semibold font-text text-title tracking-[-0.01em]">New article</h1>
          {saving.state === 'failed' && (
            <SaveFailure error={saving.error} articleId={saving.articleId} onRetry={submit} />
          )}
          <TwinsNotice twins={saving.state === 'saved' ? [] : twins} />
          <SourceField
            source={source}
            isMended={state.isMended}
            error={sourceError}
            onSource={takeSource}
            onFile={(file) => void takeFiles([file])}
            onRestart={() => {
              setFileError(undefined);
              dispatch({ type: 'restart' });
            }}
          />
          {draft !== undefined && <RecognisedList draft={draft} onToggle={toggle} />}
          <section aria-labelledby="details" className="grid gap-3">
            <h2 id="details" className="font-semibold text-lg">
              Details
            </h2>
            <ArticleFieldsForm values={values} onChange={type} errors={errors} timeZone={timeZone} />
          </section>
        </form>
        <section
          aria-label="Preview"
          aria-busy={reading.state === 'reading' || undefined}
          className="border-line bg-sheet px-4 py-10 max-lg:border-t sm:px-14 lg:min-h-[calc(100dvh-3rem)] lg:border-s"
        >
          {reading.state === 'reading' && (
            <p role="status" className="mb-4 text-center text-soft">
              Reading… {Math.round(reading.done * 100)} %
            </p>
          )}
          {draft === undefined ? (
            <EmptyState title="The article will stand here">
              Paste its text or drop a file. What it says about itself (headline, date, byline, a caption run
              into the lead) is recognised and shown; nothing is taken for granted.
            </EmptyState>
          ) : (
            <DraftPreview values={values} blocks={blocks} editing={editing} onMend={mend} />
          )}
        </section>
      </main>
      <FileDrop onFiles={takeFiles} />
      <LeaveDialog leaving={leaving} />
    </>
  );
}

/** Moves the focus to the first field that cannot be taken. */
function focusFirst(form: HTMLFormElement | null, errors: FieldErrors): void {
  const name = fieldNames.find((field) => errors[field] !== undefined);
  const control = name === undefined ? null : form?.elements.namedItem(name);
  if (control instanceof HTMLElement) control.focus();
}
