/** What `npm run bench` runs: one file a measurement, each giving figures that can be compared. */

/** One measured number. Times are noisy, so that a ratio to a floor of the same run says more. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** As `promises.md` has it, in words. */
  readonly goal?: string;
}

export interface Measurement {
  /** In the report, and to run it alone: `npm run bench -- NAME`. */
  readonly name: string;
  measure(): Promise<readonly Figure[]>;
}
