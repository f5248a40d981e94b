import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, isoDay, weekdayOf, weekdays } from '@/domain/dates/calendar-day';
import { findDates } from '@/domain/dates/resolve-date';

/** Stories of Sunday 2 March 2025. */
const SUNDAY = '2025-03-02';

const cases: Record<string, readonly [string, readonly string[]]> = {
  'a weekday is the last one before': ['in the Oval Office on Friday', ['2025-02-28']],
  'also when it is named with on': ['They met on Tuesday', ['2025-02-25']],
  'the day of publication’s own name is a week ago': ['It happened on Sunday', ['2025-02-23']],
  'a Saturday is yesterday': ['met in London on Saturday.', ['2025-03-01']],
  'a sentence of the future gives both, the coming one first': [
    'The ministers will meet on Tuesday',
    ['2025-03-04', '2025-02-25'],
  ],
  'what is to be is the future': ['He is to meet them Thursday', ['2025-03-06', '2025-02-27']],
  'another infinitive leaves it open': ['On Friday he vowed to end the war', ['2025-02-28', '2025-03-07']],
  'so does a plan': ['A vote is planned for Monday', ['2025-03-03', '2025-02-24']],
  'so does what is due': ['The report is due Friday', ['2025-03-07', '2025-02-28']],
  'a direction is not the future': ['He flew to the capital on Friday', ['2025-02-28']],
  'last names the past one whatever the sentence says': ['He will speak of last Friday', ['2025-02-28']],
  'next names the coming one': ['next Friday', ['2025-03-07']],
  yesterday: ['He said so yesterday.', ['2025-03-01']],
  today: ['today', ['2025-03-02']],
  tomorrow: ['The summit opens tomorrow', ['2025-03-03']],
  'the day before yesterday': ['the day before yesterday', ['2025-02-28']],
  'days ago': ['three days ago', ['2025-02-27']],
  'last week is its Monday': ['last week', ['2025-02-17']],
  'last month': ['last month', ['2025-02']],
  'last year': ['last year', ['2024']],
  'a day and month is the last such day': ['on 1 March', ['2025-03-01']],
  'a day and month still to come was last year': ['on 24 December', ['2024-12-24']],
  'a coming day and month': ['They will meet on 24 April', ['2025-04-24', '2024-04-24']],
  'American order': ['on March 1, 2025', ['2025-03-01']],
  'an ordinal': ['on the 1st of March', ['2025-03-01']],
  'a short month': ['24 Feb. 2022', ['2022-02-24']],
  'a month and year': ['in March 2025', ['2025-03']],
  'a month alone': ['since November', ['2024-11']],
  'a coming month': ['Elections are due in May', ['2025-05', '2024-05']],
  'an ISO date': ['date 2025-03-02', ['2025-03-02']],
  'a 29 February in no leap year goes back to one': ['on 29 February 2024', ['2024-02-29']],
  'no such day': ['31 February 2025', []],
  'a verb is not a month': ['He may leave', []],
  'no date': ['Nobody left.', []],
};

describe('dates in a story of Sunday 2 March 2025', () => {
  for (const [name, [words, dates]] of Object.entries(cases)) {
    it(name, () => {
      expect(findDates(words, SUNDAY).flatMap((found) => found.dates)).toEqual(dates);
    });
  }

  it('are given with their place', () => {
    const text = 'On Friday he spoke; on Saturday he left.';
    expect(findDates(text, SUNDAY).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Friday',
      'Saturday',
    ]);
  });

  it('are read from the sentence around, where it is known', () => {
    expect(findDates('Tuesday', SUNDAY, 'They will meet on Tuesday.')[0]?.dates).toEqual([
      '2025-03-04',
      '2025-02-25',
    ]);
  });

  it('are only those written in full when the day of publication is not known', () => {
    const text = 'On Friday, 1 March, and 28 February 2025';
    expect(findDates(text, '2025-03').flatMap(({ dates }) => dates)).toEqual(['2025-02-28']);
  });
});

const days = fc
  .integer({ min: -200_000, max: 200_000 })
  .map((count) => addDays({ year: 2025, month: 3, day: 2 }, count));

describe('laws', () => {
  it('a weekday is that weekday, one to seven days before publication', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...weekdays), (published, weekday) => {
        const date = findDates(`on ${weekday}`, isoDay(published))[0]?.dates[0] ?? '';
        const day = dayOf(date);
        expect(day && weekdays[weekdayOf(day)]).toBe(weekday);
        expect(date < isoDay(published)).toBe(true);
        expect(date >= isoDay(addDays(published, -7))).toBe(true);
      }),
    );
  });

  it('a coming weekday is that weekday, one to seven days after, with the past one beside it', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...weekdays), (published, weekday) => {
        const dates = findDates(`will meet on ${weekday}`, isoDay(published))[0]?.dates ?? [];
        expect(dates.map((date) => weekdays[weekdayOf(dayOf(date) ?? published)])).toEqual([
          weekday,
          weekday,
        ]);
        expect((dates[0] ?? '') > isoDay(published)).toBe(true);
        expect((dates[0] ?? '') <= isoDay(addDays(published, 7))).toBe(true);
      }),
    );
  });
});
