import { expect } from 'vitest';

/** Set CONFORMANCE_MISSES to see every difference. */
export const verbose = process.env['CONFORMANCE_MISSES'] !== undefined;

/** Counts what is right and prints it as `title: N of M (share)`. */
export class Share {
  private readonly wrong: string[] = [];
  private of = 0;

  constructor(private readonly title: string) {}

  count(right: boolean, what: () => string): void {
    this.of++;
    if (!right) this.wrong.push(what());
  }
  hold(goal: number): void {
    const share = this.of === 0 ? 1 : 1 - this.wrong.length / this.of;
    const shown = `${this.title}: ${String(this.of - this.wrong.length)} of ${String(this.of)} (${(100 * share).toFixed(2)} %)`;
    console.log(shown);
    if (verbose) for (const line of this.wrong) console.log(`    ${line}`);
    expect(this.of, 'there is something to count').toBeGreaterThan(0);
    expect(share, `${shown}\n${this.wrong.slice(0, 20).join('\n')}`).toBeGreaterThanOrEqual(goal);
  }
}
