import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Nagios, for which the same objects are written: another program that reads such configurations as a whole and judges them. */
export interface Peer {
  readonly command: string;
  /** Its name and version. */
  readonly name: string;
}

const PACKAGE = 'nagios4-core';

/** Finds Nagios, and installs Debian's where that is possible; undefined, said loudly, where there is none. */
export function findPeer(say: (text: string) => void): Peer | undefined {
  const found = installed();
  if (found) return found;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && spawnSync('apt-get', ['--version']).status === 0) {
    say(`Installing ${PACKAGE}, the peer …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const options = ['install', '--yes', '--no-install-recommends', PACKAGE];
    const { status, stderr } = spawnSync('apt-get', options, { env, encoding: 'utf8' });
    if (status !== 0) say(stderr.trim());
    const now = installed();
    if (now) return now;
  }
  say(
    `\n*** THERE IS NO PEER. nagios4 is neither on PATH nor in /usr/sbin, and cannot be installed from here` +
      `${isRoot ? '' : ' (that takes root)'}.\n*** What is to be compared with it is measured by itself, and no such goal can be judged.\n`,
  );
  return undefined;
}

function installed(): Peer | undefined {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin'];
  const command = folders.map((folder) => path.join(folder, 'nagios4')).find((file) => existsSync(file));
  if (command === undefined) return undefined;
  const { stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' });
  return { command, name: /Nagios Core [\d.]+/.exec(stdout)?.[0] ?? 'nagios4' };
}
