/**
 * A small configuration for each rule, made from its own example: `npm run generate` writes them to `examples/broken/one-by-one`; a test holds
 * them together.
 */
import { rules } from '../server/src/rules';
import { dedent } from '../test/support/workspace';

/** File names below `one-by-one`, and texts. */
export function brokenExamples(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const { code, example } of rules) {
    let name = 'shinken.cfg';
    let lines: string[] = [];
    const flush = (): void => {
      const text = lines.join('\n').trimEnd();
      // Some mistakes are about how a file ends.
      if (text !== '') files.set(`${code}/${name}`, text.endsWith('\\') ? text : `${text}\n`);
    };
    for (const line of dedent(example.bad).split('\n')) {
      const header = /^#- (\S+)$/.exec(line);
      if (header) {
        flush();
        name = header[1] ?? '';
        lines = [];
      } else lines.push(line);
    }
    flush();
    if (!files.has(`${code}/shinken.cfg`)) files.set(`${code}/shinken.cfg`, '');
  }
  return files;
}
