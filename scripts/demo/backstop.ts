/** In review: dated facts of a real week in our own words, with short attributed quotations. */
import type { DemoArticle } from './demo-article';

const starmer = { name: 'Keir Starmer', role: 'Prime Minister' };
const trump = { name: 'Donald Trump', role: 'President of the United States' };

export const backstop: DemoArticle = {
  fields: {
    headline: 'Starmer wants American backing behind any force that keeps the peace in Ukraine',
    byline: 'Demo Editor',
    source: 'Bluepencil demo',
    language: 'en',
    publishedOn: '2025-03-02',
    desk: 'Foreign',
    priority: 'high',
  },
  markdown: `LONDON – A European force to guard a peace in Ukraine would deter Moscow only if the United States stood behind it, Prime Minister Keir Starmer said on Sunday, hours before he was to receive European leaders in London.

“I’ve always been clear that this is going to need a US backstop,” he told BBC News, “because I don’t think it would be a guarantee without it.”

Britain and France, “and possibly one or two others”, had agreed to draw up a plan with Kyiv to stop the fighting, Starmer said. It would then be laid before Washington.

The announcement came at the end of three days that shook the alliance. On Friday President Volodymyr Zelensky was asked to leave the White House after a dispute in the Oval Office, in front of cameras, in which President Donald Trump told him that he was “gambling with World War III”.

On Saturday Starmer embraced Zelensky on the pavement outside Downing Street. The same day Britain’s finance minister, Rachel Reeves, and her Ukrainian counterpart, Sergii Marchenko, signed a loan of 2.26 billion pounds for Ukraine’s defence, to be repaid from the profits on frozen Russian assets.

## What Starmer says of Trump

The prime minister said he had felt uncomfortable watching the quarrel, and would not be drawn into judging it. He had spoken to Trump several times since, he said, and did not doubt him.

“I’m clear in my mind that he does want lasting peace,” Starmer said.

Trump had called the Ukrainian’s manner disrespectful to a country that had backed him, and warned him that he did not hold the cards.

## The meeting in London

Leaders of more than a dozen European countries, with Canada and Turkey, were expected at Lancaster House on Sunday afternoon. No country but Britain and France has so far said in public that it would send soldiers.

Russia has rejected the idea of European troops in Ukraine, whatever they are called. Without them, diplomats in London fear, Moscow would attack again as soon as it had rearmed.

Starmer is expected to announce further help for Ukraine’s air defence on Sunday evening.`,
  by: 'editor',
  importedMinutesAgo: 190,
  dueInMinutes: 25,
  marks: [
    {
      by: 'editor',
      kind: 'quote',
      words: [
        'I’ve always been clear that this is going to need a US backstop,',
        'because I don’t think it would be a guarantee without it.',
      ],
      details: {
        directness: 'direct',
        speaker: starmer,
        cue: 'told',
        saidTo: 'BBC News',
        saidOn: '2025-03-02',
        verbatim: 'agency',
      },
      labels: ['security guarantee'],
      review: { decision: 'approve' },
    },
    {
      by: 'editor',
      kind: 'claim',
      words:
        'A European force to guard a peace in Ukraine would deter Moscow only if the United States stood behind it',
      details: {
        claimant: starmer,
        statement: 'A European peacekeeping force would not deter Russia without American support.',
        type: 'opinion',
        checkWorthiness: 'low',
      },
      review: {
        decision: 'reject',
        reason: 'not-checkable',
        note: 'A judgment about the future. Keep the quote below, drop the claim.',
      },
    },
    {
      by: 'editor',
      kind: 'event',
      words:
        'On Friday President Volodymyr Zelensky was asked to leave the White House after a dispute in the Oval Office',
      details: {
        title: 'Trump and Zelensky quarrel in the Oval Office',
        type: 'meeting',
        startsOn: '2025-02-28',
        place: 'White House, Washington',
        participants: ['Donald Trump', 'Volodymyr Zelensky'],
        status: 'happened',
      },
      review: { decision: 'approve' },
    },
    {
      by: 'editor',
      kind: 'quote',
      words: 'gambling with World War III',
      details: {
        directness: 'direct',
        speaker: trump,
        cue: 'told',
        saidTo: 'Volodymyr Zelensky',
        saidOn: '2025-02-28',
        verbatim: 'agency',
      },
      review: { decision: 'approve' },
    },
    {
      by: 'editor2',
      kind: 'event',
      words: 'signed a loan of 2.26 billion pounds for Ukraine’s defence',
      details: {
        title: 'Britain and Ukraine sign a defence loan',
        type: 'agreement',
        startsOn: '2025-03-01',
        participants: ['Rachel Reeves', 'Sergii Marchenko'],
        status: 'happened',
      },
      review: {
        decision: 'requestChanges',
        reason: 'no-source',
        note: 'Add where it was signed. Reeves spoke from London; was Marchenko on a screen?',
      },
    },
    {
      by: 'editor2',
      kind: 'claim',
      words: 'a loan of 2.26 billion pounds',
      details: {
        statement:
          'Britain lends Ukraine 2.26 billion pounds, repaid from the profits on frozen Russian assets.',
        type: 'figure',
        checkWorthiness: 'high',
        rating: 'unchecked',
      },
    },
    {
      by: 'editor',
      kind: 'quote',
      words: 'I’m clear in my mind that he does want lasting peace,',
      details: {
        directness: 'direct',
        speaker: starmer,
        cue: 'said',
        saidTo: 'BBC News',
        saidOn: '2025-03-02',
        verbatim: 'agency',
      },
    },
    {
      by: 'editor2',
      kind: 'event',
      words:
        'Leaders of more than a dozen European countries, with Canada and Turkey, were expected at Lancaster House on Sunday afternoon.',
      details: {
        title: 'European leaders meet on Ukraine in London',
        type: 'meeting',
        startsOn: '2025-03-02',
        place: 'Lancaster House, London',
        status: 'planned',
      },
    },
    {
      by: 'editor2',
      kind: 'claim',
      words: 'No country but Britain and France has so far said in public that it would send soldiers.',
      details: {
        statement:
          'By 2 March 2025 only Britain and France had said publicly that they would send troops to Ukraine.',
        type: 'fact',
        checkWorthiness: 'high',
        rating: 'unchecked',
      },
      note: 'Ask the Nordic desk before this runs.',
    },
  ],
};
