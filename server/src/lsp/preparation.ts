/** Long work in the background: a slice at a time, so that typing and small questions get in between. */
import type { Steps } from '../steps';
import type { Progress } from './progress';

/**
 * Milliseconds that a slice takes at most, a single step that takes longer aside. From a question to its answer a message takes half a dozen
 * turns of the event loop, each behind a slice.
 */
const SLICE = 3;

/** Does the same work again whenever what it rests on has changed. */
export class Preparation {
  /** Milliseconds that it took when it was last done. */
  duration = 0;
  private turn = 0;
  private running: Promise<boolean> | undefined;

  /** `steps` begins the work; `progress` is called when it goes on for longer than a person likes to wait unknowing, if one waits at all. */
  constructor(
    private readonly steps: () => Steps<void>,
    private readonly progress?: () => Progress,
  ) {}

  /** What has been done, and what is being done, is out of date. */
  invalidate(): void {
    this.turn++;
    this.running = undefined;
  }

  /** Settled once all is done: true, or false where it has been overtaken before. Rejects if the work throws. */
  run(): Promise<boolean> {
    return (this.running ??= this.work(this.turn));
  }

  private async work(turn: number): Promise<boolean> {
    const begin = performance.now();
    const steps = this.steps();
    let progress: Progress | undefined;
    try {
      for (let slice = begin; ;) {
        const { done, value } = steps.next();
        const now = performance.now();
        if (done) {
          this.duration = now - begin;
          return true;
        }
        if (now - slice < SLICE) continue;
        if (!progress && now - begin > LONG) progress = this.progress?.();
        if (value !== undefined) progress?.report(value);
        await new Promise((resolve) => setImmediate(resolve));
        if (turn !== this.turn) return false;
        slice = performance.now();
      }
    } finally {
      progress?.end();
    }
  }
}

/** Milliseconds after which a person is told. */
const LONG = 500;
