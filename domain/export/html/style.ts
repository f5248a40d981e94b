/**
 * The style of the exported page: one sheet inside the file, system fonts behind the desk's own, paper and dark, and a
 * printed page with numbers. Kinds differ by hue, line and sign; statuses by how the mark is drawn. Washes let the
 * paper through, so that they layer where marks overlap; underlines stack in lanes.
 */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --ink: #1a1d23; --soft: #575b62; --line: #dcd9d3; --link: #2452b0;
  --quote: #c98208; --quote-ink: #744502; --quote-wash: rgb(243 173 40 / .16); --quote-full: rgb(243 173 40 / .40);
  --claim: #c8387f; --claim-ink: #96205f; --claim-wash: rgb(238 70 150 / .10); --claim-full: rgb(238 70 150 / .22);
  --event: #0f837d; --event-ink: #005a56; --event-wash: rgb(20 180 170 / .13); --event-full: rgb(20 180 170 / .29);
  --good: #14693f; --bad: #ab2623; --ask: #6b4a00;
  --serif: "Source Serif 4", "Source Serif 4 Variable", "Source Serif Pro", "Iowan Old Style", Charter, "Palatino Linotype", Palatino, Georgia, "Noto Serif", "Liberation Serif", "Noto Naskh Arabic", "Noto Serif Hebrew", serif;
  --sans: Inter, "Inter Variable", system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #121417; --ink: #e3e1db; --soft: #a1a5ab; --line: #2f3238; --link: #8db3f8;
    --quote: #dea645; --quote-ink: #ebc57d; --quote-wash: rgb(222 166 69 / .15); --quote-full: rgb(222 166 69 / .29);
    --claim: #eb6ca9; --claim-ink: #f7a9cb; --claim-wash: rgb(235 108 169 / .16); --claim-full: rgb(235 108 169 / .29);
    --event: #43b2ac; --event-ink: #8ed3ce; --event-wash: rgb(67 178 172 / .16); --event-full: rgb(67 178 172 / .29);
    --good: #5ec386; --bad: #f58b81; --ask: #ebc57d;
  }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 41rem; padding: 3.5rem 1.25rem 4rem; font: 400 1.1875rem/1.68 var(--serif); overflow-wrap: break-word; }
h1 { margin: 0 0 .75rem; font-size: clamp(1.75rem, 1.2rem + 2.4vw, 2.5rem); line-height: 1.16; font-weight: 600; letter-spacing: -.015em; text-wrap: balance; }
.about, .legend, .summary, .apparatus, footer { font-family: var(--sans); font-size: .875rem; line-height: 1.5; letter-spacing: 0; }
.about, .legend { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; color: var(--soft); }
.panel { margin: 1.5rem 0 2.5rem; padding: .9rem 0 1rem; border-block: 1px solid var(--line); }
.summary { margin: 0 0 .6rem; font-weight: 600; }
.legend { gap: .5rem 1.25rem; }
.legend b { font-weight: 400; color: var(--ink); padding: 1px .2em; }
.link { color: var(--link); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .15em; overflow-wrap: anywhere; }

article p, article li { margin: 0 0 1.05em; text-wrap: pretty; }
article h2, article h3, article h4, article h5, article h6 { margin: 2em 0 .6em; font-size: 1.25rem; line-height: 1.35; font-weight: 650; text-wrap: balance; }
article h3, article h4, article h5, article h6 { font-size: 1.1rem; }
article blockquote { margin: 0 0 1.05em; padding-inline-start: 1.25rem; border-inline-start: 3px solid var(--line); }
article ul { margin: 0 0 1.05em; padding-inline-start: 1.4rem; }
article li { margin-bottom: .35em; }
article .caption { font: .875rem/1.5 var(--sans); color: var(--soft); border-inline-start: 2px solid var(--line); padding-inline-start: .9rem; }

mark, .sample { color: inherit; background: none; border-radius: 2px; -webkit-box-decoration-break: clone; box-decoration-break: clone; padding-block: 1px; text-decoration-line: underline; text-decoration-thickness: 2px; text-decoration-skip-ink: none; }
.quote { --kind: var(--quote); --kind-ink: var(--quote-ink); --wash: var(--quote-wash); --full: var(--quote-full); --stroke: solid; }
.claim { --kind: var(--claim); --kind-ink: var(--claim-ink); --wash: var(--claim-wash); --full: var(--claim-full); --stroke: dashed; }
.event { --kind: var(--event); --kind-ink: var(--event-ink); --wash: var(--event-wash); --full: var(--event-full); --stroke: dotted; }
mark, .sample { text-decoration-color: var(--kind); text-decoration-style: var(--stroke); }
mark.pending, .sample.pending { background: var(--wash); }
mark.approved, .sample.approved { background: var(--full); }
mark.changesRequested, .sample.changesRequested { background: var(--wash); text-decoration-style: wavy; text-decoration-thickness: 1px; }
mark.rejected, .sample.rejected { text-decoration-line: line-through; text-decoration-style: solid; text-decoration-thickness: 1px; }
.lane-0 { text-underline-offset: 4px; }
.lane-1 { text-underline-offset: 7.5px; }
.lane-2 { text-underline-offset: 11px; }
.lane-3 { text-underline-offset: 14.5px; }
mark:target { outline: 2px solid var(--link); outline-offset: 2px; }
.ref { display: inline-block; text-decoration: none; color: var(--link); }
.ref::before { content: attr(data-number); font: 600 .6875rem/1 var(--sans); vertical-align: super; padding: 0 1px 0 2px; font-variant-numeric: tabular-nums; }
.ref + .ref::before { content: "\\2009" attr(data-number); }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }

.apparatus { margin-top: 3rem; padding-top: 1.25rem; border-top: 2px solid var(--ink); }
.apparatus h2 { margin: 0 0 .5rem; font-size: 1.125rem; line-height: 1.4; }
.apparatus ol { list-style: none; margin: 0; padding: 0; }
.apparatus ol > li { padding: 1.1rem 0 1.1rem 2.5rem; border-bottom: 1px solid var(--line); }
.apparatus li:target { background: linear-gradient(var(--wash), var(--wash)); }
.apparatus h3 { position: relative; display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .6rem; margin: 0; font-size: .9375rem; font-weight: 600; }
.number { position: absolute; inset-inline-start: -2.5rem; width: 2rem; text-align: end; padding-inline-end: .5rem; color: var(--link); text-decoration: none; font-variant-numeric: tabular-nums; }
.kind { color: var(--kind-ink); border-bottom: 2px var(--stroke) var(--kind); }
.status { margin-inline-start: auto; font-weight: 500; color: var(--soft); }
.approved .status { color: var(--good); }
.rejected .status { color: var(--bad); }
.changesRequested .status { color: var(--ask); }
.apparatus blockquote { margin: .45rem 0 .6rem; font: italic 1.0625rem/1.55 var(--serif); white-space: pre-line; }
.apparatus blockquote i { font-style: normal; color: var(--soft); }
.rejected blockquote span { text-decoration: line-through 1px var(--kind); }
dl { margin: 0 0 .5rem; }
dl div { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: .9rem; }
dt { color: var(--soft); }
dd { margin: 0; white-space: pre-line; }
dd ul { margin: 0; padding-inline-start: 1.1rem; }
.who { margin: 0; color: var(--soft); }
footer { margin-top: 1.75rem; color: var(--soft); }
footer p { margin: 0 0 .25rem; }
footer code { font: .8125rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; overflow-wrap: anywhere; }

@media (max-width: 34rem) {
  body { padding: 2rem 1.125rem 3rem; font-size: 1.125rem; }
  .apparatus ol > li { padding-inline-start: 1.9rem; }
  .number { inset-inline-start: -1.9rem; width: 1.5rem; }
  .status { margin-inline-start: 0; flex-basis: 100%; }
  dl div { grid-template-columns: 7rem minmax(0, 1fr); gap: .6rem; }
}
@page {
  size: A4; margin: 22mm 24mm 24mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; color: #575b62; }
}
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --link: #000;
    --quote: #b87503; --quote-ink: #6b4002; --quote-wash: rgb(243 173 40 / .14); --quote-full: rgb(243 173 40 / .36);
    --claim: #b92e73; --claim-ink: #8a1d57; --claim-wash: rgb(238 70 150 / .09); --claim-full: rgb(238 70 150 / .20);
    --event: #0d756f; --event-ink: #005450; --event-wash: rgb(20 180 170 / .12); --event-full: rgb(20 180 170 / .26);
    --good: #0f5733; --bad: #911d1b; --ask: #5a3e00;
  }
  html { font-size: 12.6px; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  body { max-width: none; padding: 0; }
  h1, h2, h3, .caption { break-after: avoid; }
  article p { orphans: 3; widows: 3; }
  .apparatus ol > li { break-inside: avoid; }
  mark:target { outline: none; }
}
`;
