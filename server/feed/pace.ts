/** Keeps what happens often from being told as often. */

/**
 * Tells of a key at once when it was quiet, and else when its pause is over: however often a key is touched, it is told
 * once per pause, and always once more after it was touched last.
 */
export class Pace {
  /** Keys that were told lately; true when they were touched again since. */
  private readonly pausing = new Map<string, { touched: boolean; readonly timer: NodeJS.Timeout }>();
  private readonly tell: (key: string) => void;
  private readonly pauseOf: (key: string) => number;

  /** `pauseOf` gives how long a key rests after it was told (milliseconds). */
  constructor(tell: (key: string) => void, pauseOf: (key: string) => number) {
    this.tell = tell;
    this.pauseOf = pauseOf;
  }

  touch(key: string): void {
    const pause = this.pausing.get(key);
    if (pause === undefined) this.tellAndPause(key);
    else pause.touched = true;
  }

  /** Forgets every key; nothing is told any more until one is touched. */
  stop(): void {
    for (const { timer } of this.pausing.values()) clearTimeout(timer);
    this.pausing.clear();
  }

  private tellAndPause(key: string): void {
    const timer = setTimeout(() => this.wakeUp(key), this.pauseOf(key)).unref();
    this.pausing.set(key, { touched: false, timer });
    this.tell(key);
  }

  private wakeUp(key: string): void {
    const touched = this.pausing.get(key)?.touched === true;
    this.pausing.delete(key);
    if (touched) this.tellAndPause(key);
  }
}
