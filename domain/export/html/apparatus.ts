/** The numbered apparatus after the article: of every mark its words, who and what, where it stands, and who says so. */
import type { Annotation, AnnotationStatus } from '@/domain/annotation';
import type { NumberedMark } from '@/domain/export/html/article';
import { detailRows, subjectHtml, textHtml } from '@/domain/export/html/details';
import { escapeHtml } from '@/domain/export/html/escape';
import { writtenInstant } from '@/domain/export/html/written-date';
import { capitalised, decisionWords, kindSigns, kindWords, reasonWords, statusWords } from '@/domain/words';

/** The entries, a piece an entry. */
export function* writeApparatus(marks: readonly NumberedMark[], language: string): Generator<string> {
  for (const mark of marks) yield entry(mark, language);
}

/** Signs beside the statuses' words, for those who do not see the colours. */
export const statusSigns = {
  pending: '○',
  approved: '✓',
  rejected: '✕',
  changesRequested: '↻',
} as const satisfies Record<AnnotationStatus, string>;

function entry({ number, annotation }: NumberedMark, language: string): string {
  const rows = [
    ...detailRows(annotation),
    ...(annotation.labels.length === 0
      ? []
      : [{ name: 'labels', html: annotation.labels.map((label) => textHtml(label)).join(', ') }]),
    ...(annotation.note === undefined ? [] : [{ name: 'note', html: textHtml(annotation.note) }]),
  ];
  return `<li id="note-${number}" value="${number}" class="${annotation.kind} ${annotation.status}">
<h3><a class="number" href="#mark-${number}" role="doc-backlink" aria-label="Mark ${number}, to its place in the text">${number}</a> <span class="kind"><span aria-hidden="true">${kindSigns[annotation.kind]}</span> ${capitalised(kindWords[annotation.kind])}</span> ${subject(annotation)}<span class="status"><span aria-hidden="true">${statusSigns[annotation.status]}</span> ${statusWords[annotation.status]}</span></h3>
<blockquote lang="${escapeHtml(language)}" dir="auto">${wordsHtml(annotation)}</blockquote>
<dl>
${rows.map(({ name, html }) => `<div><dt>${capitalised(name)}</dt><dd>${html}</dd></div>\n`).join('')}</dl>
<p class="who">${whoHtml(annotation)}</p>
</li>
`;
}

function subject(annotation: Annotation): string {
  const html = subjectHtml(annotation);
  return html === undefined ? '' : `<span class="subject">${html}</span> `;
}

/** The words of every part; an ellipsis stands for what lies between. */
function wordsHtml(annotation: Annotation): string {
  return annotation.spans.map((span) => `<span>${escapeHtml(span.exact)}</span>`).join(' <i>[…]</i> ');
}

function whoHtml(annotation: Annotation): string {
  const { author, lastChangedBy, createdAt, review } = annotation;
  const sentences = [`Marked by ${textHtml(author.name)} on ${instantHtml(createdAt)}.`];
  if (lastChangedBy.id !== author.id) sentences.push(`Last changed by ${textHtml(lastChangedBy.name)}.`);
  if (review !== undefined) {
    const reason = review.reason === undefined ? '' : ` (${reasonWords[review.reason]})`;
    const note = review.note === undefined ? '' : `: “${textHtml(review.note)}”`;
    const since = annotation.status === 'pending' ? ', changed since, so that it waits again' : '';
    sentences.push(
      `${capitalised(decisionWords[review.decision])}${reason} by ${textHtml(review.by.name)} on ${instantHtml(review.at)}${since}${note === '' ? '.' : note}`,
    );
  }
  return sentences.join(' ');
}

export function instantHtml(instant: string): string {
  return `<time datetime="${escapeHtml(instant)}">${escapeHtml(writtenInstant(instant))}</time>`;
}
