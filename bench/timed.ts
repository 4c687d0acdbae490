import { spawn } from 'node:child_process';

/** What a whole process took, in milliseconds. */
export interface Times {
  readonly wall: number;
  /** User and system time of all its threads. */
  readonly cpu: number;
}

/** A process that did not do what it was started for. */
export class Failed extends Error {}

/** Milliseconds after which nobody waits any longer. */
const PATIENCE = 15 * 60_000;

/**
 * Runs a command to its end. The shell's `time` tells what it took, the same way for every program.
 * @throws Failed when it ends with another status than 0: a configuration that is refused is no measure of one that is read.
 */
export function timed(command: string, args: readonly string[], cwd: string): Promise<Times> {
  return new Promise((resolve, reject) => {
    const script = `TIMEFORMAT='%R %U %S'; time "$@" >/dev/null 2>&1`;
    const stdio = ['ignore', 'ignore', 'pipe'] as const;
    const shell = spawn('bash', ['-c', script, 'bash', command, ...args], {
      cwd,
      stdio: [...stdio],
      env: { ...process.env, LC_ALL: 'C' },
      timeout: PATIENCE,
    });
    let said = '';
    shell.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
    shell.on('error', (error) => reject(new Failed(`bash, which measures times: ${error.message}`)));
    shell.on('close', (status, signal) => {
      const [wall, user, system] = said.trim().split(/\s+/).map(Number);
      if (status !== 0 || wall === undefined || user === undefined || system === undefined) {
        reject(new Failed(`${[command, ...args].join(' ')}: ${signal ?? `exit status ${String(status)}`}`));
      } else resolve({ wall: 1000 * wall, cpu: 1000 * (user + system) });
    });
  });
}
