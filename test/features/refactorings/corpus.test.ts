import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accepted, analyze, type Analysis } from '../../../server/src/analysis';
import { codeActions, type CodeAction } from '../../../server/src/features/code-actions';
import type { FileRange } from '../../../server/src/features/feature';
import { Refusal } from '../../../server/src/features/refactorings';
import { writtenRanges, writtenText } from '../../../server/src/model/written';
import { loadProject } from '../../../server/src/project/load';
import { overlay, withoutFiles } from '../../../server/src/project/overlay';
import type { FilePath } from '../../../server/src/project/types';
import { textsAfter } from '../../../server/src/rules/edits';
import type { WorkspaceChange } from '../../../server/src/rules/rule';
import { objectTypeList } from '../../../server/src/schema';
import { judge, oracle, oracleFileSystem, verdicts } from '../../conformance/oracle';

/** Refactorings of real configurations: whatever is offered changes no object, and nothing that the arbiter says. */

if (oracle === undefined)
  console.log('refactorings: skipped, there are no labelled configurations beside this checkout');

const root = `${oracle ?? ''}/corpus`;
const fileSystem = oracleFileSystem();

/** One configuration of so many is looked at, at so many places. */
const STEP = 3;
const TRIES = 12;

/** Every object with all that it has, but for its templates; the items of lists in one order. */
function snapshot({ model, problems }: Analysis): readonly string[] {
  const objects = objectTypeList.flatMap(({ name: type }) =>
    model.items(type).map((item) => {
      const values = [...item.entries(), ...item.customs]
        .filter(([key]) => key !== 'use')
        .map(
          ([key, value]) =>
            `${key}=${writtenText(value)
              .split(',')
              .map((part) => part.trim())
              .sort()
              .join()}`,
        );
      return [type, item.name, ...values.sort(), ...writtenRanges(item)].join('\n');
    }),
  );
  return [`accepted: ${String(accepted(problems))}`, ...objects.sort()];
}

/** The configuration read anew, from what the disk would hold. */
function readAfter({ project, model: { options } }: Analysis, change: WorkspaceChange): Analysis {
  const texts = textsAfter(change, (file) => fileSystem.readFile(file));
  const gone = new Set<FilePath>([...texts].flatMap(([file, text]) => (text === undefined ? [file] : [])));
  const there = new Map([...texts].flatMap(([file, text]) => (text === undefined ? [] : [[file, text] as const])));
  const { mains, cwd } = project;
  const { dialect } = options;
  return analyze(loadProject(overlay(withoutFiles(fileSystem, gone), there), { mains, cwd, dialect }), options);
}

/** Cursors in objects and values, and selections over some objects that follow each other. */
function rangesOf({ project }: Analysis): readonly FileRange[] {
  const objects = project.objects.filter(({ node }) => node.close);
  return objects.flatMap(({ file, node, properties }, index): FileRange[] => {
    const other = objects[index + 2];
    const cursors = [node.span.start, ...properties.map((property) => property.node.value.span.start)];
    return [
      ...cursors.map((start) => ({ file, span: { start, end: start } })),
      ...(other?.file === file ? [{ file, span: { start: node.span.start, end: other.node.span.end } }] : []),
    ];
  });
}

describe.skipIf(oracle === undefined)('refactorings of recorded configurations', { timeout: 600_000 }, () => {
  test('change nothing that counts', async () => {
    const done = new Map<string, { made: number; refused: number }>();
    const wrong: string[] = [];
    for (const [seed, entry] of verdicts()
      .filter((_, index) => index % STEP === 0)
      .entries()) {
      await setImmediate();
      const analysis = judge(root, entry, '2.4');
      const ranges = rangesOf(analysis);
      if (ranges.length === 0) continue;
      let before: readonly string[] | undefined;
      const seen = new Set<string>();
      for (const range of fc.sample(fc.constantFrom(...ranges), { numRuns: TRIES, seed })) {
        for (const action of codeActions(analysis, range, { fileSystem, configurations: [] })) {
          const key = kindOf(action);
          const count = done.get(key) ?? { made: 0, refused: 0 };
          if (!action.kind.startsWith('refactor.') || seen.has(key)) continue;
          seen.add(key);
          done.set(key, count);
          const change = unlessRefused(action);
          if (!change) {
            count.refused++;
            continue;
          }
          count.made++;
          const after = snapshot(readAfter(analysis, change));
          before ??= snapshot(analysis);
          if (after.join('\n') !== before.join('\n')) wrong.push(`${entry.main}: ${action.title}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    for (const [key, { made, refused }] of done)
      console.log(`${key}: ${String(made)} made, ${String(refused)} refused`);
    expect([...done.values()].every(({ made }) => made > 0)).toBe(true);
    expect(done.size).toBeGreaterThanOrEqual(9);
  });
});

/** Its title without what differs from place to place. */
const kindOf = ({ title }: CodeAction): string =>
  /^(?:Extract|Inline .*(?:here|remove it)$|Sort list and|Sort|Put \w+ \w+|Move|Split|Join)/
    .exec(title)?.[0]
    .replace(/ the template .* (here|remove)/, ' … $1') ?? title;

function unlessRefused(action: CodeAction): WorkspaceChange | undefined {
  try {
    return action.change();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
