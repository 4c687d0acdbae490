import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { installation, type Shape } from '../../bench/generate';
import type { FilePath } from '../../server/src/project/types';
import { ROOT } from '../support/workspace';

const examples = path.resolve(import.meta.dirname, '../../examples');

/** An example of the project, as if it were installed in `ROOT`. */
export function exampleFiles(name: string): Map<FilePath, string> {
  const folder = path.join(examples, name);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(?:cfg|trig)$/.test(file),
  );
  return new Map(
    files.map((file) => [
      path.posix.join(ROOT, file.replaceAll('\\', '/')),
      readFileSync(path.join(folder, file), 'utf8'),
    ]),
  );
}

/** An installation as the bench makes them, in `ROOT`. */
export function installationFiles(shape: Shape, hosts: number): Map<FilePath, string> {
  const files = installation({ shape, hosts, dialect: 'shinken', seed: 1, folder: ROOT });
  return new Map([...files].map(([file, text]) => [path.posix.join(ROOT, file), text]));
}
