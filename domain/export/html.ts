/**
 * The annotated article as one page for people: to read, to print, to file. No script, nothing loaded, its own policy
 * that forbids both; the marks' data ride along as JSON-LD.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { annotationStatuses } from '@/domain/annotation';
import type { Loss } from '@/domain/contract/export';
import { base64 } from '@/domain/export/base64';
import { type ExportDocument, newestChange } from '@/domain/export/document';
import type { FormatWriter } from '@/domain/export/format';
import { instantHtml, statusSigns, writeApparatus } from '@/domain/export/html/apparatus';
import { type NumberedMark, undrawnMarks, writeBlocks } from '@/domain/export/html/article';
import { textHtml } from '@/domain/export/html/details';
import { directionOf } from '@/domain/export/html/direction';
import { escapeHtml, escapeJsonForScript } from '@/domain/export/html/escape';
import { style } from '@/domain/export/html/style';
import { writtenDate } from '@/domain/export/html/written-date';
import { articleIri, textIri } from '@/domain/export/iris';
import { writeCollection } from '@/domain/export/web-annotation';
import { kinds } from '@/domain/kinds';
import type { Block } from '@/domain/revision';
import { capitalised, kindPlurals, kindSigns, kindWords, statusWords } from '@/domain/words';
import { countMarks } from '@/domain/workflow';

/** What the page may do: show itself in its one sheet. Links of the article may be followed. */
export const pagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${base64(sha256(utf8ToBytes(style)))}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export const html: FormatWriter = {
  id: 'html',
  name: 'Annotated page',
  use: 'One file to read, print and file; the marks are numbered and explained below the article.',
  contentType: 'text/html; charset=utf-8',
  extension: 'html',
  write,
  losses,
};

function* write(document: ExportDocument): Generator<string> {
  const { article } = document;
  const marks = numbered(document);
  yield head(document);
  for (const line of writeCollection(document)) yield escapeJsonForScript(line);
  yield `</script>
</head>
<body>
<main>
<article lang="${escapeHtml(article.language)}" dir="${directionOf(article.language)}">
<header>
<h1 dir="auto">${escapeHtml(article.headline)}</h1>
`;
  yield about(document);
  yield '</header>\n';
  yield legend(document, marks);
  yield* writeBlocks(article, marks);
  yield '</article>\n';
  if (marks.length > 0) {
    yield '<section class="apparatus" aria-labelledby="marks">\n<h2 id="marks">Marks</h2>\n<ol>\n';
    yield* writeApparatus(marks, article.language);
    yield '</ol>\n</section>\n';
  }
  yield foot(document);
}

function head({ article, baseUrl }: ExportDocument): string {
  const author =
    article.byline === undefined ? '' : `<meta name="author" content="${escapeHtml(article.byline)}">\n`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(pagePolicy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="generator" content="Bluepencil, ${escapeHtml(baseUrl)}">
${author}<title>${escapeHtml(article.headline)}</title>
<style>${style}</style>
<script type="application/ld+json">`;
}

/** What is known about the article, in one line. */
function about({ article }: ExportDocument): string {
  const source = article.source ?? article.sourceUrl;
  const facts = [
    article.publishedOn === undefined
      ? undefined
      : `<time datetime="${escapeHtml(article.publishedOn)}">${escapeHtml(writtenDate(article.publishedOn))}</time>`,
    article.byline === undefined ? undefined : textHtml(article.byline),
    source === undefined || article.sourceUrl === undefined
      ? source && textHtml(source)
      : `<a class="link" href="${escapeHtml(article.sourceUrl)}" rel="noopener noreferrer">${escapeHtml(source)}</a>`,
    article.desk === undefined ? undefined : textHtml(article.desk),
    `Revision ${article.revision.number}`,
  ];
  const items = facts.filter((fact) => fact !== undefined).map((fact) => `<li>${fact}</li>`);
  return `<ul class="about" lang="en" dir="ltr">${items.join('')}</ul>\n`;
}

/** How many marks of what, and how each is drawn; only what occurs. */
function legend({ scope }: ExportDocument, marks: readonly NumberedMark[]): string {
  const { byKind, byStatus } = countMarks(marks.map(({ annotation }) => annotation));
  const kindsHere = kinds.filter((kind) => byKind[kind] > 0);
  const statusesHere = annotationStatuses.filter((status) => byStatus[status] > 0);
  const kindCounts = kindsHere.map(
    (kind) => `${byKind[kind]} ${byKind[kind] === 1 ? kindWords[kind] : kindPlurals[kind]}`,
  );
  const statusCounts = statusesHere.map((status) => `${byStatus[status]} ${statusWords[status]}`);
  const summary = {
    none: `No ${scope === 'all' ? '' : 'approved '}marks`,
    all: `All marks: ${kindCounts.join(', ')}; ${statusCounts.join(', ')}`,
    approved: `Approved marks only: ${kindCounts.join(', ')}`,
  }[marks.length === 0 ? 'none' : scope];
  const sampleStatus = scope === 'all' ? 'pending' : 'approved';
  const samples = [
    ...kindsHere.map(
      (kind) =>
        `<li><b class="sample ${kind} ${sampleStatus} lane-0"><span aria-hidden="true">${kindSigns[kind]}</span> ${capitalised(kindWords[kind])}</b></li>`,
    ),
    ...(scope === 'all'
      ? statusesHere.map(
          (status) =>
            `<li><b class="sample ${kindsHere[0] ?? 'quote'} ${status} lane-0"><span aria-hidden="true">${statusSigns[status]}</span> ${capitalised(statusWords[status])}</b></li>`,
        )
      : []),
  ];
  const list = samples.length === 0 ? '' : `<ul class="legend">${samples.join('')}</ul>\n`;
  return `<div class="panel" lang="en" dir="ltr">\n<p class="summary">${summary}.</p>\n${list}</div>\n`;
}

/** From where it comes and of when it is, so that a printed page can be traced. */
function foot(document: ExportDocument): string {
  const { revision } = document.article;
  const address = escapeHtml(articleIri(document));
  return `</main>
<footer>
<p>As it stood on ${instantHtml(newestChange(document))} at <a class="link" href="${address}" rel="noopener noreferrer">${address}</a></p>
<p>Text of revision ${revision.number}: SHA-256 <code title="${escapeHtml(textIri(revision.sha256))}">${escapeHtml(revision.sha256)}</code></p>
</footer>
</body>
</html>
`;
}

function numbered({ annotations }: ExportDocument): NumberedMark[] {
  return annotations.map((annotation, index) => ({ number: index + 1, annotation }));
}

function losses(document: ExportDocument): Loss[] {
  const shown = document.annotations.filter(({ review }) => review !== undefined).length;
  return [
    ...(document.reviews.length > shown
      ? [{ message: 'Of each mark’s decisions only the newest is shown.' }]
      : []),
    ...(document.article.revision.blocks.some(hasOverlappingLinks)
      ? [{ message: 'Where links overlap, only the first of them is kept.' }]
      : []),
    ...Array.from(undrawnMarks(numbered(document)), ({ annotation }) => ({
      annotationId: annotation.id,
      message: 'It lies under too many others to be drawn in the text; it is listed below it.',
    })),
  ];
}

/** Whether links of a block lie on the same words; HTML knows no link inside a link. */
function hasOverlappingLinks({ marks }: Block): boolean {
  const links = marks.filter(({ type }) => type === 'link').sort((a, b) => a.start - b.start);
  return links.some((link, place) => link.start < (links[place - 1]?.end ?? 0));
}
