import type { RawSetting } from '../../project/types';
import type { ValueKind } from '../../schema';
import { strip } from '../../syntax/blanks';
import { edits } from '../edits';
import { defineRule, type Fix } from '../rule';

interface Data {
  readonly setting: RawSetting;
  readonly expected: ValueKind;
}

export const badSettingValue = defineRule<Data>({
  code: 'arbiter/bad-setting-value',
  severity: 'error',
  title: 'A setting whose value is no number or no yes or no',
  explain:
    'The arbiter does not refuse such a value, it crashes on it, without naming the line. A number is written in digits. Yes is `1`, `yes`, `true` or `on`, no is `0`, `no`, `false` or `off`. A `#` behind a value belongs to it, and so does a blank before it; only a `;` begins a comment there.',
  example: { bad: 'enable_notifications=1 # of course', good: 'enable_notifications=1 ; of course' },
  check(model, report) {
    for (const { setting, expected } of model.facts('bad-setting-value')) {
      const { key, value, file, node } = setting;
      const wanted = expected === 'boolean' ? 'yes or no: 1 or 0' : 'a number';
      const because =
        fitting(value, expected) === undefined ? '' : value.includes('#') ? ', without a comment' : ', without blanks';
      const message = `The arbiter crashes on ${key}=${value}: it wants ${wanted}${because}.`;
      report({ at: { file, span: node.value.span }, message, data: { setting, expected } });
    }
  },
  fix({ data: { setting, expected } }) {
    const { file, node, value } = setting;
    const fix = (newText: string, preferred: boolean): Fix => ({
      title: `Change to ${newText}`,
      change: edits({ file, span: node.value.span, newText }),
      preferred,
    });
    const fits = fitting(value, expected);
    if (fits !== undefined) return [fix(fits, true)];
    return expected === 'boolean' ? [fix('1', false), fix('0', false)] : [];
  },
});

/** What would convert, were it not for a comment or blanks around it. */
function fitting(value: string, expected: ValueKind): string | undefined {
  const bare = strip(value.replace(/#.*$/, ''));
  const fits = expected === 'boolean' ? /^(1|0|yes|no|true|false|on|off)$/i : /^[+-]?\d+(\.\d+)?$/;
  return fits.test(bare) ? bare : undefined;
}
