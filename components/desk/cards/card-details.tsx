import { detailWords } from '@/domain/words';
import type { CardPart } from './card-desk';
import { fieldLabel, valueWritten } from './field-words';

/** The details that are known, in their order, with labels and note. */
export function CardDetails({ mark }: Pick<CardPart, 'mark'>) {
  const details = new Map<string, unknown>(Object.entries(mark.details));
  const rows = Object.keys(detailWords[mark.kind]).flatMap((name) => {
    const field = `details.${name}` as const;
    const value = details.get(name);
    return value === undefined ? [] : [{ field, label: fieldLabel(mark.kind, field), value }];
  });
  return (
    <dl className="grid grid-cols-[5.25rem_1fr] gap-x-2.5 gap-y-1.5">
      {rows.map(({ field, label, value }) => (
        <div key={field} className="contents">
          <dt className="text-faint">{label}</dt>
          <dd className="min-w-0 break-words border-line border-b pb-0.5">
            {field === 'details.evidence' && mark.kind === 'claim' ? (
              <EvidenceLinks evidence={mark.details.evidence ?? []} />
            ) : (
              valueWritten(mark.kind, field, value)
            )}
          </dd>
        </div>
      ))}
      {mark.labels.length > 0 && (
        <div className="contents">
          <dt className="text-faint">Labels</dt>
          <dd className="flex flex-wrap gap-1">
            {mark.labels.map((label) => (
              <span key={label} className="rounded-sm border border-line px-1.5 text-sm">
                {label}
              </span>
            ))}
          </dd>
        </div>
      )}
      {mark.note !== undefined && (
        <div className="contents">
          <dt className="text-faint">Note</dt>
          <dd className="min-w-0 whitespace-pre-wrap break-words">{mark.note}</dd>
        </div>
      )}
    </dl>
  );
}

function EvidenceLinks({
  evidence,
}: {
  readonly evidence: readonly { url: string; title?: string | undefined; accessedOn?: string | undefined }[];
}) {
  return (
    <ul className="grid gap-0.5">
      {evidence.map(({ url, title, accessedOn }) => (
        <li key={url}>
          <a href={url} target="_blank" rel="noreferrer noopener" className="text-pencil underline">
            {title ?? url}
          </a>
          {accessedOn !== undefined && <span className="text-faint text-sm"> {accessedOn}</span>}
        </li>
      ))}
    </ul>
  );
}
