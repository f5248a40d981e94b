import { describe, expect, test } from 'vitest';
import type { Range } from '@/domain/span';
import { createTeller, REPEAT_AFTER, REST_AFTER_FAILURE, TELL_EVERY } from './presence';

describe('telling where one is', () => {
  test('the first move is told at once, the ones that follow at most every so often, the last always', async () => {
    const { teller, goTo, pass, told } = stand();
    for (let at = 1; at <= 10; at += 1) {
      goTo(at);
      await pass(50);
    }
    await pass(TELL_EVERY);
    expect(told.map(({ place }) => place?.start)).toEqual([1, 4, 8, 10]);
    expect(gaps(told).every((gap) => gap >= TELL_EVERY)).toBe(true);
    teller.stop();
  });

  test('the same place is not told twice', async () => {
    const { goTo, pass, told } = stand();
    goTo(3);
    await pass(1000);
    goTo(3);
    await pass(1000);
    expect(told).toHaveLength(1);
  });

  test('leaving the text is told too', async () => {
    const { goTo, pass, told } = stand();
    goTo(3);
    await pass(1000);
    goTo(null);
    await pass(1000);
    expect(told.map(({ place }) => place)).toEqual([{ start: 3, end: 3 }, null]);
  });

  test('somebody who goes on reading stays active, somebody who rests says nothing', async () => {
    const { teller, goTo, pass, told } = stand();
    goTo(3);
    for (let second = 0; second < 35; second += 1) {
      await pass(1000);
      teller.didSomething();
    }
    expect(told).toHaveLength(1 + Math.floor(35_000 / REPEAT_AFTER));
    await pass(600_000);
    expect(told).toHaveLength(4);
  });

  test('nothing is told while nobody looks or hears; on arrival it is, whatever was told before', async () => {
    const { teller, goTo, pass, told, world } = stand();
    goTo(3);
    await pass(1000);
    world.canTell = false;
    goTo(5);
    teller.didSomething();
    await pass(60_000);
    expect(told).toHaveLength(1);
    world.canTell = true;
    teller.arrived();
    await pass(1000);
    teller.arrived();
    await pass(1000);
    expect(told.map(({ place }) => place?.start)).toEqual([3, 5, 5]);
  });

  test('one telling is on its way at a time, and what happened meanwhile is told after it', async () => {
    const { goTo, pass, told, world } = stand();
    world.takes = 3000;
    for (let at = 1; at <= 40; at += 1) {
      goTo(at);
      await pass(100);
    }
    await pass(10_000);
    expect(told.map(({ place }) => place?.start)).toEqual([1, 30, 40]);
  });

  test('a failure is followed by a rest and nothing else, until one moves', async () => {
    const { goTo, pass, told, world } = stand();
    world.fails = true;
    goTo(1);
    await pass(60_000);
    expect(told).toHaveLength(1);
    goTo(2);
    await pass(100);
    goTo(3);
    await pass(REST_AFTER_FAILURE - 200);
    expect(told).toHaveLength(2);
    world.fails = false;
    await pass(1000);
    expect(told.map(({ place }) => place?.start)).toEqual([1, 2, 3]);
  });

  test('whoever has left tells nothing more', async () => {
    const { teller, goTo, pass, told } = stand();
    goTo(1);
    goTo(2);
    teller.stop();
    await pass(10_000);
    expect(told).toHaveLength(1);
  });
});

/** A teller in a world whose time passes only when it is told to. */
function stand() {
  let time = 0;
  let place: Range | null = null;
  const timers: { at: number; run: () => void }[] = [];
  const told: { at: number; place: Range | null }[] = [];
  const world = { canTell: true, fails: false, takes: 0 };
  const after = (milliseconds: number, run: () => void) => timers.push({ at: time + milliseconds, run });

  const teller = createTeller({
    place: () => place,
    canTell: () => world.canTell,
    tell: (here) => {
      told.push({ at: time, place: here });
      return new Promise<void>((resolve, reject) => {
        const answer = () => (world.fails ? reject(new Error('nobody answers')) : resolve());
        if (world.takes === 0) answer();
        else after(world.takes, answer);
      });
    },
    now: () => time,
    after,
  });

  /** Lets so many milliseconds pass, and everything happen that was due in them. */
  async function pass(milliseconds: number): Promise<void> {
    const until = time + milliseconds;
    await settled();
    for (let next = due(until); next !== undefined; next = due(until)) {
      time = next.at;
      timers.splice(timers.indexOf(next), 1);
      next.run();
      await settled();
    }
    time = until;
  }

  function due(until: number) {
    return timers.filter(({ at }) => at <= until).toSorted((one, other) => one.at - other.at)[0];
  }

  function goTo(at: number | null): void {
    place = at === null ? null : { start: at, end: at };
    teller.moved();
  }
  return { teller, goTo, pass, told, world };
}

/** Lets every promise that can be settled be so. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function gaps(told: readonly { readonly at: number }[]): number[] {
  return told.slice(1).map(({ at }, place) => at - (told[place]?.at ?? 0));
}
