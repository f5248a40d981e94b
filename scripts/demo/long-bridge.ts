/** In review: a long read of more than five thousand words, about a town that does not exist. */
import { readFileSync } from 'node:fs';
import type { DemoArticle } from './demo-article';

const pask = { name: 'Edwin Pask', role: 'retired bus driver' };
const tan = { name: 'Grace Tan', role: 'director of finance' };
const marsh = { name: 'Colin Marsh', role: 'former chair of the works committee' };

export const longBridge: DemoArticle = {
  fields: {
    headline: 'The bridge that waited',
    byline: 'Demo Editor',
    source: 'Bluepencil demo',
    language: 'en',
    publishedOn: '2026-11-08',
    desk: 'Weekend',
    priority: 'normal',
  },
  markdown: readFileSync(new URL('the-bridge-that-waited.md', import.meta.url), 'utf8'),
  by: 'editor',
  importedMinutesAgo: 2900,
  dueInMinutes: 3 * 24 * 60,
  marks: [
    {
      by: 'editor',
      kind: 'event',
      words:
        'On the first Monday of November the people of Aldermere crossed their river on foot, by the thousand',
      details: {
        title: 'The Long Bridge opens again',
        type: 'other',
        startsOn: '2026-11-02',
        place: 'Long Bridge, Aldermere',
        status: 'happened',
      },
      review: { decision: 'approve' },
    },
    {
      by: 'editor',
      kind: 'quote',
      words: [
        'I drove eleven thousand crossings with my teeth together,',
        'I wanted one where I could hear the water.',
      ],
      details: { directness: 'direct', speaker: pask, cue: 'said', saidOn: '2026-11-02', verbatim: 'heard' },
      review: { decision: 'approve' },
    },
    {
      by: 'editor',
      kind: 'claim',
      words: 'It is 214 metres from abutment to abutment, stands on nine stone piers',
      details: {
        statement: 'The Long Bridge is 214 metres long and stands on nine piers.',
        type: 'figure',
        checkWorthiness: 'medium',
        rating: 'true',
        explanation: 'So the survey of 2012, page 6.',
      },
      review: { decision: 'approve' },
    },
    {
      by: 'editor',
      kind: 'quote',
      words: ['I remember being pleased,', 'I thought, somebody will want to know this. I was that young.'],
      details: {
        directness: 'direct',
        speaker: { name: 'Marta Lindqvist', role: 'chief inspector of bridges' },
        cue: 'said',
        verbatim: 'transcript',
      },
      review: { decision: 'approve' },
    },
    {
      by: 'editor2',
      kind: 'claim',
      words: 'Filling them would cost 1.1 million pounds.',
      details: {
        statement: 'In 2012, filling the foundations was priced at 1.1 million pounds.',
        type: 'figure',
        checkWorthiness: 'high',
        rating: 'true',
      },
      review: { decision: 'approve' },
    },
    {
      by: 'editor2',
      kind: 'event',
      words: 'The report was considered by the district’s works committee on 16 October',
      details: {
        title: 'Works committee discusses the report on the Long Bridge',
        type: 'meeting',
        startsOn: '2012-10-16',
        status: 'happened',
      },
      review: {
        decision: 'requestChanges',
        reason: 'wrong-kind',
        note: 'They also voted, four to one. Make it a vote, or mark the vote by itself.',
      },
    },
    {
      by: 'editor2',
      kind: 'quote',
      words: 'Voted against,',
      details: { directness: 'direct', speaker: { name: 'Harold Beck', role: 'councillor' }, cue: 'says' },
      review: {
        decision: 'reject',
        reason: 'wrong-span',
        note: 'The diary goes on after “it says”. Take both parts as one quote.',
      },
    },
    {
      by: 'editor',
      kind: 'quote',
      words: 'We weighed a bridge against a fire engine.',
      details: { directness: 'direct', speaker: marsh, cue: 'said', verbatim: 'transcript' },
    },
    {
      by: 'editor',
      kind: 'claim',
      words: 'the strokes rose with the level of the river, with a delay of about two days',
      details: {
        claimant: { name: 'a professor of statistics' },
        statement: 'Pask’s tally follows the level of the river with a delay of two days.',
        type: 'fact',
        checkWorthiness: 'medium',
      },
    },
    {
      by: 'editor2',
      kind: 'claim',
      words: 'In 2019 the district sold its old depot, by the station, for 2.6 million pounds',
      details: {
        statement: 'The district sold its depot for 2.6 million pounds in 2019.',
        type: 'figure',
        checkWorthiness: 'high',
        rating: 'unchecked',
      },
    },
    {
      by: 'editor',
      kind: 'quote',
      words:
        'I have shut the Long Bridge. I think the fourth pier is going. If I am wrong I will apologise to all of you tomorrow.',
      details: {
        directness: 'direct',
        speaker: { name: 'Tom Weir', role: 'duty officer' },
        saidTo: 'e-mail to the council',
        saidOn: '2026-03-06',
        verbatim: 'transcript',
      },
    },
    {
      by: 'editor',
      kind: 'event',
      words: 'a section of parapet eleven metres long went into the river',
      details: {
        title: 'Part of the Long Bridge falls into the river',
        type: 'disaster',
        startsOn: '2026-03-06',
        place: 'Long Bridge, Aldermere',
        status: 'happened',
      },
    },
    {
      by: 'editor',
      kind: 'quote',
      words: [
        'I am not an engineer,',
        'I only asked of each thing, what does it cost us this year, and what does it cost us if we do nothing for ten.',
      ],
      details: { directness: 'direct', speaker: tan, cue: 'said', verbatim: 'heard' },
    },
    {
      by: 'editor2',
      kind: 'event',
      words: 'The council is to vote on her programme on 12 December.',
      details: {
        title: 'Council votes on the programme',
        type: 'vote',
        startsOn: '2026-12-12',
        status: 'planned',
      },
    },
  ],
};
