import { expect, test } from 'vitest';
import { describeDeadline, writeDeadline } from './deadline';

const now = Date.parse('2025-03-02T18:05:00Z');

test.each([
  { deadline: '2025-03-02T18:30:00Z', clock: '18:30', distance: 'in 25 min', urgency: 'soon' },
  { deadline: '2025-03-02T18:05:30Z', clock: '18:05', distance: 'now', urgency: 'soon' },
  { deadline: '2025-03-02T18:05:00Z', clock: '18:05', distance: 'now', urgency: 'soon' },
  { deadline: '2025-03-02T19:05:00Z', clock: '19:05', distance: 'in 1 h', urgency: 'soon' },
  { deadline: '2025-03-02T19:15:00Z', clock: '19:15', distance: 'in 1 h 10 min', urgency: 'later' },
  { deadline: '2025-03-02T22:15:00Z', clock: '22:15', distance: 'in 4 h', urgency: 'later' },
  { deadline: '2025-03-03T00:15:00Z', clock: 'tomorrow 00:15', distance: 'tomorrow', urgency: 'later' },
  { deadline: '2025-03-03T09:00:00Z', clock: 'tomorrow 09:00', distance: 'tomorrow', urgency: 'later' },
  { deadline: '2025-03-04T09:00:00Z', clock: 'Tue 4 March, 09:00', distance: 'in 2 days', urgency: 'later' },
  {
    deadline: '2026-01-01T09:00:00Z',
    clock: 'Thu 1 January 2026, 09:00',
    distance: 'in 305 days',
    urgency: 'later',
  },
  { deadline: '2025-03-02T17:53:00Z', clock: '17:53', distance: '12 min overdue', urgency: 'overdue' },
  { deadline: '2025-03-02T18:04:59Z', clock: '18:04', distance: 'just overdue', urgency: 'overdue' },
  { deadline: '2025-03-02T12:00:00Z', clock: '12:00', distance: '6 h overdue', urgency: 'overdue' },
  {
    deadline: '2025-03-01T18:00:00Z',
    clock: 'yesterday 18:00',
    distance: '1 day overdue',
    urgency: 'overdue',
  },
  {
    deadline: '2025-02-27T18:00:00Z',
    clock: 'Thu 27 February, 18:00',
    distance: '3 days overdue',
    urgency: 'overdue',
  },
])('at 18:05 a deadline at $deadline reads "$clock", "$distance"', ({ deadline, ...words }) => {
  expect(describeDeadline(deadline, now, 'Europe/London')).toEqual(words);
});

test('clock and calendar are those of the zone', () => {
  expect(describeDeadline('2025-03-02T18:30:00Z', now, 'Asia/Kolkata')).toEqual({
    clock: 'tomorrow 00:00',
    distance: 'in 25 min',
    urgency: 'soon',
  });
});

test('a deadline by itself names its day and its time on the desk’s clocks', () => {
  expect(writeDeadline('2025-07-02T18:30:00Z', 'Europe/London')).toBe('Wed 2 July, 19:30');
});
