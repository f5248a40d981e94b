'use client';

import type { ReactNode } from 'react';
import { type Annotation, type AnnotationStatus, annotationStatuses } from '@/domain/annotation';
import { type Kind, kinds } from '@/domain/kinds';
import { type MarkFilter, noFilter } from '@/domain/mark-filter';
import { capitalised, kindPlurals, statusWords } from '@/domain/words';
import { countMarks } from '@/domain/workflow';
import { DeletedMarks } from './deleted-marks';
import { useDeskState } from './desk-state';
import { FilterRow } from './filter-row';
import { useIsWide } from './use-is-wide';
import type { MarkActions } from './use-mark-actions';

interface RailProps {
  readonly articleId: string;
  /** All marks that stand. */
  readonly annotations: readonly Annotation[];
  readonly actions: MarkActions;
}

/** Which marks are shown, with how many there are of each sort, and the way back for deleted ones. */
export function Rail(props: RailProps) {
  const isWide = useIsWide('rail');
  if (isWide) return <RailContent {...props} />;
  return (
    <details>
      <summary className="cursor-pointer py-1 font-medium text-soft pointer-coarse:py-3">
        Filter marks
        <FilteredBy />
      </summary>
      <div className="py-3">
        <RailContent {...props} />
      </div>
    </details>
  );
}

/** How many filters are set, where they are folded away. */
function FilteredBy() {
  const { kinds: byKind, statuses, authors } = useDeskState((state) => state.filters);
  const count = byKind.length + statuses.length + authors.length;
  return count === 0 ? null : <span className="text-pencil"> · {count} set</span>;
}

function RailContent({ articleId, annotations, actions }: RailProps) {
  const filters = useDeskState((state) => state.filters);
  const setFilters = useDeskState((state) => state.setFilters);
  const { byKind, byStatus } = countMarks(annotations);
  const authors = authorsOf(annotations);
  const isFiltered = filters.kinds.length + filters.statuses.length + filters.authors.length > 0;

  const toggleKind = (kind: Kind) => setFilters({ ...filters, kinds: toggled(filters.kinds, kind) });
  const toggleStatus = (status: AnnotationStatus) =>
    setFilters({ ...filters, statuses: toggled(filters.statuses, status) });
  const toggleAuthor = (id: string) => setFilters({ ...filters, authors: toggled(filters.authors, id) });

  return (
    <div className="grid gap-7 max-xl:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]">
      <Group label="Kinds">
        {kinds.map((kind) => (
          <FilterRow
            key={kind}
            on={filters.kinds.includes(kind)}
            count={byKind[kind]}
            sign={<KindSwatch kind={kind} />}
            onToggle={() => toggleKind(kind)}
          >
            {capitalised(kindPlurals[kind])}
          </FilterRow>
        ))}
      </Group>
      <Group label="Status">
        {annotationStatuses.map((status) => (
          <FilterRow
            key={status}
            on={filters.statuses.includes(status)}
            count={byStatus[status]}
            quiet={isHidden(filters, status)}
            onToggle={() => toggleStatus(status)}
          >
            {capitalised(statusWords[status])}
            {isHidden(filters, status) && byStatus[status] > 0 && <span className="text-faint"> hidden</span>}
          </FilterRow>
        ))}
      </Group>
      {authors.length > 1 && (
        <Group label="Made by">
          {authors.map(({ id, name, count }) => (
            <FilterRow
              key={id}
              on={filters.authors.includes(id)}
              count={count}
              onToggle={() => toggleAuthor(id)}
            >
              {name}
            </FilterRow>
          ))}
        </Group>
      )}
      {isFiltered && (
        <button
          type="button"
          className="justify-self-start text-pencil underline pointer-coarse:min-h-11"
          onClick={() => setFilters(noFilter)}
        >
          Show all marks
        </button>
      )}
      <DeletedMarks articleId={articleId} actions={actions} />
    </div>
  );
}

function Group({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <fieldset>
      <legend className="mb-2 font-semibold text-faint text-xs">{label}</legend>
      {children}
    </fieldset>
  );
}

const swatches = {
  quote: 'border-quote border-solid bg-quote-full',
  claim: 'border-claim border-dashed bg-claim-full',
  event: 'border-event border-dotted bg-event-full',
} as const satisfies Record<Kind, string>;

/** How marks of the kind are drawn, small. */
function KindSwatch({ kind }: { readonly kind: Kind }) {
  return <span aria-hidden="true" className={`h-2.5 w-4 rounded-xs border-b-2 ${swatches[kind]}`} />;
}

/** Rejected marks are hidden until they are asked for. */
function isHidden({ statuses }: MarkFilter, status: AnnotationStatus): boolean {
  return status === 'rejected' && statuses.length === 0;
}

function toggled<T>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}

/** Everybody who made a mark, those who made most first. */
function authorsOf(
  annotations: readonly Annotation[],
): readonly { id: string; name: string; count: number }[] {
  const authors = new Map<string, { id: string; name: string; count: number }>();
  for (const { author } of annotations) {
    authors.set(author.id, { ...author, count: (authors.get(author.id)?.count ?? 0) + 1 });
  }
  return [...authors.values()].toSorted((one, other) => other.count - one.count);
}
