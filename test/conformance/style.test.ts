import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../server/src/analysis';
import { redundantLines } from '../../server/src/model/redundancy';
import { writtenRanges, writtenText } from '../../server/src/model/written';
import { edits, textsAfter } from '../../server/src/rules/edits';
import { deleteLines } from '../../server/src/rules/fixes';
import { objectTypeList } from '../../server/src/schema';
import { judge, oracle, verdicts } from './oracle';

if (oracle === undefined) console.log('style: skipped, there are no labelled configurations beside this checkout');

/** All that the arbiter has, a line for each object. */
function effective({ model }: Analysis): string[] {
  return objectTypeList
    .flatMap(({ name: type }) => model.items(type))
    .map((item) => {
      const values = [...item.entries()].map(([key, value]) => `${key}=${writtenText(value)}`).sort();
      const customs = [...item.customs].map(([key, value]) => `${key}=${value}`).sort();
      return [item.type, item.name, ...values, ...customs, ...writtenRanges(item)].join('\n');
    });
}

const said = ({ problems }: Analysis): string[] => problems.map(({ code, message }) => `${code} ${message}`).sort();

describe.skipIf(oracle === undefined)('lines that only repeat what is inherited', { timeout: 600_000 }, () => {
  test('make no difference: without all of them every object is the same, and so is every verdict', () => {
    let count = 0;
    for (const entry of verdicts()) {
      const before = judge(`${oracle ?? ''}/corpus`, entry, '2.4');
      const lines = redundantLines(before.model).map(({ property }) => property);
      if (lines.length === 0) continue;
      count += lines.length;
      const change = edits(
        ...lines.map(({ file, node }) => deleteLines(before.model.text(file) ?? '', file, node.span)),
      );
      const texts = textsAfter(change, (file) => before.model.text(file));
      const changed = new Map([...texts].map(([file, text]) => [file, text ?? '']));
      const after = judge(`${oracle ?? ''}/corpus`, entry, '2.4', changed);
      expect(effective(after), entry.main).toEqual(effective(before));
      expect(said(after), entry.main).toEqual(said(before));
    }
    expect(count).toBeGreaterThan(500);
  });
});
