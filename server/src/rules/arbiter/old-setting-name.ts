import type { RawSetting } from '../../project/types';
import { edits } from '../edits';
import { deleteLines } from '../fixes';
import { defineRule } from '../rule';

interface Data {
  readonly setting: RawSetting;
  readonly newName: string;
  readonly ignored: boolean;
}

export const oldSettingName = defineRule<Data>({
  code: 'arbiter/old-setting-name',
  severity: 'warning',
  title: 'A setting under its old name',
  explain:
    'Shinken still reads a few settings under the names they had in Nagios, and warns that it does not know them. Where the new name is set as well, the old one does nothing.',
  example: { bad: 'nagios_user=shinken', good: 'shinken_user=shinken' },
  check(model, report) {
    for (const { setting, newName, ignored } of model.facts('old-setting-name')) {
      const message = ignored
        ? `${setting.key} does nothing: ${newName} is set as well, and wins.`
        : `${setting.key} is the old name of ${newName}; Shinken takes it, with a warning.`;
      const at = { file: setting.file, span: setting.node.keySpan };
      report({ at, message, unnecessary: ignored, deprecated: true, data: { setting, newName, ignored } });
    }
  },
  fix({ data: { setting, newName, ignored } }, model) {
    const { file, node } = setting;
    const text = model.text(file);
    if (!ignored) {
      const change = edits({ file, span: node.keySpan, newText: newName });
      return [{ title: `Change to ${newName}`, change, preferred: true }];
    }
    return text === undefined
      ? []
      : [{ title: 'Delete the line', change: edits(deleteLines(text, file, node.span)), preferred: true }];
  },
});
