/** Ready: everything is decided and nothing waits. */
import type { DemoArticle } from './demo-article';

const harbourMaster = { name: 'Inés Calder', role: 'harbour master of Port Sorrel' };

export const nightFerry: DemoArticle = {
  fields: {
    headline: 'Night ferry to the islands returns after six winters',
    byline: 'Demo Editor Two',
    source: 'Bluepencil demo',
    language: 'en',
    publishedOn: '2026-05-14',
    desk: 'Local',
    priority: 'normal',
  },
  markdown: `PORT SORREL – The harbour council voted on Tuesday by nine to four to bring back the night ferry to the Outer Islands, six winters after the last one sailed.

The first crossing is planned for 1 October. The ship will leave at a quarter past ten, carry up to 180 passengers and forty cars, and reach the islands before six in the morning.

“An island that one cannot leave in the evening is a longer way off than the map says,” said Inés Calder, the harbour master, after the vote.

Calder expects 52,000 passengers in the first year. The old line carried 31,000 in its last one.

Four members voted against. The subsidy of 1.4 million a year would be missed on the roads, one of them, Tobias Renn, said. “We are buying a very handsome way of crossing empty water,” he told the meeting.

The line was closed in March 2020, when its ship failed an inspection and there was no money to replace her.`,
  by: 'editor2',
  importedMinutesAgo: 1500,
  dueInMinutes: 130,
  marks: [
    {
      by: 'editor2',
      kind: 'event',
      words: 'The harbour council voted on Tuesday by nine to four to bring back the night ferry',
      details: {
        title: 'Harbour council votes for the night ferry',
        type: 'vote',
        startsOn: '2026-05-12',
        place: 'Port Sorrel',
        participants: ['Harbour council of Port Sorrel'],
        status: 'happened',
      },
      review: { decision: 'approve' },
    },
    {
      by: 'editor2',
      kind: 'event',
      words: 'The first crossing is planned for 1 October.',
      details: {
        title: 'First crossing of the new night ferry',
        type: 'other',
        startsOn: '2026-10-01',
        status: 'planned',
      },
      review: { decision: 'approve' },
    },
    {
      by: 'editor2',
      kind: 'quote',
      words: 'An island that one cannot leave in the evening is a longer way off than the map says,',
      details: {
        directness: 'direct',
        speaker: harbourMaster,
        cue: 'said',
        saidOn: '2026-05-12',
        verbatim: 'heard',
      },
      review: { decision: 'approve' },
    },
    {
      by: 'editor2',
      kind: 'claim',
      words: 'Calder expects 52,000 passengers in the first year.',
      details: {
        claimant: harbourMaster,
        statement: 'The night ferry will carry 52,000 passengers in its first year.',
        type: 'prediction',
        checkWorthiness: 'medium',
        rating: 'unprovable',
        explanation: 'The forecast rests on one survey of 400 islanders, which the council has published.',
        evidence: [
          {
            url: 'https://example.org/port-sorrel/ferry-survey',
            title: 'Survey of island households',
            accessedOn: '2026-05-13',
          },
        ],
      },
      review: { decision: 'approve' },
    },
    {
      by: 'editor',
      kind: 'claim',
      words: 'The old line carried 31,000 in its last one.',
      details: {
        statement: 'The old night ferry carried 31,000 passengers in its last year.',
        type: 'figure',
        checkWorthiness: 'high',
        rating: 'mostlyTrue',
        explanation: 'The annual report says 30,846.',
      },
      review: { decision: 'approve' },
    },
    {
      by: 'editor',
      kind: 'claim',
      words: 'Four members voted against.',
      details: { statement: 'Four members of the council voted against the ferry.', type: 'fact' },
      review: { decision: 'reject', reason: 'duplicate', note: 'The vote is marked as an event already.' },
    },
    {
      by: 'editor2',
      kind: 'quote',
      words: 'We are buying a very handsome way of crossing empty water,',
      details: {
        directness: 'direct',
        speaker: { name: 'Tobias Renn', role: 'member of the harbour council' },
        cue: 'told',
        saidTo: 'the meeting',
        saidOn: '2026-05-12',
        verbatim: 'heard',
      },
      review: { decision: 'approve' },
    },
  ],
};
