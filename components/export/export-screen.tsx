'use client';

import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { type ExportChoice, exportAddress, lossesQuery } from '@/components/data/exports';
import { FetchNotice } from '@/components/data/fetch-notice';
import type { ExportFormat } from '@/domain/contract/export';
import { ChoiceList } from './choice-list';
import { type Chosen, readChosen, writeChosen } from './export-address';
import { LossList } from './loss-list';
import { type MarksHere, total } from './marks-here';
import { PagePreview } from './page-preview';
import { TakeAway } from './take-away';
import { TextPreview } from './text-preview';
import { useFreshPage } from './use-fresh-page';
import { WhatLeaves } from './what-leaves';

/** A format as it is offered. */
export interface OfferedFormat {
  readonly id: ExportFormat;
  readonly name: string;
  readonly use: string;
  /** Of the file, without the leading dot. */
  readonly extension: string;
}

/** What is known of the article that leaves. */
export interface LeavingArticle {
  readonly id: string;
  readonly slug: string;
  readonly headline: string;
  readonly seq: number;
}

/** Choose a format and which marks leave, see exactly what one would get, take it away. */
export function ExportScreen({
  article,
  marks,
  formats,
}: {
  article: LeavingArticle;
  marks: MarksHere;
  formats: readonly OfferedFormat[];
}) {
  useFreshPage(article);
  const address = useSearchParams();
  // Kept here and written to the address: the address alone follows a moment later, and a radio button that does not
  // stay pressed at once is not one.
  const [chosen, setChosen] = useState(() => readChosen(address));
  function choose(next: Chosen) {
    setChosen(next);
    window.history.replaceState(null, '', writeChosen(next));
  }
  const choice: ExportChoice = {
    articleId: article.id,
    seq: article.seq,
    format: chosen.format,
    scope: chosen.status,
  };
  const format = formats.find(({ id }) => id === chosen.format);
  const losses = useQuery(lossesQuery(choice));
  const fileName = `${article.slug}.${format?.extension ?? 'txt'}`;
  const previewTitle = `Preview: ${format?.name ?? ''}`;

  return (
    <main
      id="content"
      className="mx-auto grid max-w-360 grid-cols-[22rem_minmax(0,1fr)] gap-x-10 px-6 pt-8 max-lg:grid-cols-1 max-lg:gap-y-8 max-sm:px-4 max-sm:pt-6"
    >
      <div className="grid content-start gap-6">
        <div>
          <h1 className="font-semibold font-text text-section">Export</h1>
          <p dir="auto" className="mt-1 text-pretty text-lg text-soft">
            {article.headline}
          </p>
        </div>
        <ChoiceList
          legend="Format"
          name="format"
          choices={formats.map(({ id, name, use, extension }) => ({
            value: id,
            label: name,
            aside: `.${extension}`,
            hint: use,
          }))}
          value={chosen.format}
          onChoose={(next) => choose({ ...chosen, format: next })}
        />
        <ChoiceList
          legend="Marks"
          name="status"
          choices={[
            { value: 'approved', label: 'Approved only', aside: String(total(marks, ['approved'])) },
            { value: 'all', label: 'All marks', aside: String(total(marks)) },
          ]}
          value={chosen.status}
          onChoose={(next) => choose({ ...chosen, status: next })}
        />
        <WhatLeaves slug={article.slug} marks={marks} scope={chosen.status} />
        <section aria-labelledby="losses" aria-busy={losses.isPending}>
          <h2 id="losses" className="mb-1.5 font-semibold text-faint text-sm">
            What this format cannot carry
          </h2>
          {losses.isError && <FetchNotice error={losses.error} onRetry={losses.refetch} />}
          {losses.isPending && <p className="text-soft">Looking…</p>}
          {losses.isSuccess && <LossList slug={article.slug} losses={losses.data} />}
        </section>
        <div className="sticky bottom-0 -mx-3 border-line border-t bg-paper px-3 py-3 max-lg:-mx-6 max-lg:px-6 max-sm:-mx-4 max-sm:px-4">
          <TakeAway key={exportAddress(choice)} choice={choice} fileName={fileName} />
        </div>
      </div>
      <section aria-labelledby="preview" className="grid grid-rows-[auto_1fr]">
        <h2 id="preview" className="mb-2 flex items-baseline gap-3 font-semibold text-faint text-sm">
          Preview
          <span className="truncate font-normal text-soft">{fileName}</span>
        </h2>
        <div className="relative h-[calc(100dvh-8.5rem)] min-h-120 overflow-hidden rounded-lg border border-line bg-sheet">
          {chosen.format === 'html' ? (
            <PagePreview
              key={`${exportAddress(choice)} ${article.seq}`}
              address={exportAddress(choice, 'preview')}
              title={previewTitle}
            />
          ) : (
            <TextPreview choice={choice} title={previewTitle} />
          )}
        </div>
      </section>
    </main>
  );
}
