/** The most recently used of many values, kept in memory. */
export class Recent<Value> {
  private readonly values = new Map<string, Value>();
  private readonly most: number;

  /** Keeps at most this many. */
  constructor(most: number) {
    this.most = most;
  }

  get(key: string): Value | undefined {
    const value = this.values.get(key);
    if (value !== undefined) this.keep(key, value);
    return value;
  }

  /** Keeps a value as the most recent one; the one unused for longest goes when there are too many. */
  keep(key: string, value: Value): void {
    this.values.delete(key);
    this.values.set(key, value);
    const [oldest] = this.values.keys();
    if (this.values.size > this.most && oldest !== undefined) this.values.delete(oldest);
  }
}
