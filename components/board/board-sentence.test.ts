import { expect, test } from 'vitest';
import { boardSentence } from './board-sentence';
import type { Overview } from './overview';

const now = Date.parse('2025-03-02T18:05:00Z');
type Story = Overview['stories'][number];

const late: Story = { status: 'inReview', deadline: '2025-03-02T18:00:00.000Z' };
const soon: Story = { status: 'inReview', deadline: '2025-03-02T18:30:00.000Z' };
const tonight: Story = { status: 'drafting', deadline: '2025-03-02T20:00:00.000Z' };
const whenever: Story = { status: 'drafting' };
const ready: Story = { status: 'ready', deadline: '2025-03-02T19:15:00.000Z' };
const readyLongAgo: Story = { status: 'ready', deadline: '2025-03-01T19:15:00.000Z' };

const cases: readonly { says: string; stories: readonly Story[] }[] = [
  { says: 'Nothing on the desk yet.', stories: [] },
  { says: 'Two stories due within the hour, one can run now.', stories: [soon, soon, ready, tonight] },
  { says: 'One story overdue, two due within the hour.', stories: [late, soon, soon] },
  {
    says: 'One story overdue, one due within the hour, two can run now.',
    stories: [late, soon, ready, ready],
  },
  { says: 'Nothing due within the hour, one can run now.', stories: [readyLongAgo, tonight, whenever] },
  { says: 'Nothing due within the hour.', stories: [tonight, whenever] },
  { says: '13 stories due within the hour.', stories: Array.from({ length: 13 }, () => soon) },
];

test.each(cases)('$says', ({ says, stories }) => {
  expect(boardSentence({ stories, more: false }, now)).toBe(says);
});

test('with more stories than are known, what can run is a lower bound', () => {
  expect(boardSentence({ stories: [soon, ready], more: true }, now)).toBe(
    'One story due within the hour, one can run now at least.',
  );
});
