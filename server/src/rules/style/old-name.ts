import { propertiesWhere, titleOf } from '../../model/names/written';
import { loadedObjects } from '../../model/usage';
import type { RawObject } from '../../project/types';
import { objectType } from '../../schema';
import { edits, replaceKey } from '../edits';
import { defineRule } from '../rule';

interface Data {
  readonly object: RawObject;
  readonly oldName: string;
  readonly newName: string;
}

export const oldName = defineRule<Data>({
  code: 'style/old-name',
  severity: 'hint',
  off: true,
  title: 'A directive under its old name',
  explain:
    'Shinken still understands some names that directives had in Nagios and in its own first versions: `normal_check_interval`, `criticity` and others. It takes them for the new ones.',
  example: {
    bad: `
      define host {
          host_name              web-1
          normal_check_interval  5
      }`,
    good: `
      define host {
          host_name       web-1
          check_interval  5
      }`,
  },
  check(model, report) {
    for (const object of loadedObjects(model)) {
      const renamed = propertiesWhere(object, ({ key }) => newNameOf(object, key) !== undefined);
      for (const { key, value, file, node } of renamed) {
        const newName = newNameOf(object, key);
        // A list under an old name does not add: its `+` is for nobody, and the new name would change that.
        if (newName === undefined || value.startsWith('+')) continue;
        report({
          at: { file, span: node.keySpan },
          object: { type: object.type, name: titleOf(object) },
          message: `${key} is an old name of ${newName}.`,
          deprecated: true,
          data: { object, oldName: key, newName },
        });
      }
    }
  },
  fix({ data: { object, oldName: old, newName } }, model) {
    const lines = object.properties.filter(({ key }) => key === old);
    const change = edits(...lines.map((line) => replaceKey(line, model.text(line.file) ?? '', newName)));
    return [{ title: `Change to ${newName}`, change, preferred: true }];
  },
});

/** What an old name stands for; undefined where another line of the object says the same, and one of them is lost. */
function newNameOf({ type, lines }: RawObject, key: string): string | undefined {
  const { oldNames = {} } = objectType(type) ?? {};
  const newName = Object.hasOwn(oldNames, key) ? oldNames[key] : undefined;
  const rivals = lines.some(
    (other) =>
      other.key === newName ||
      (other.key !== key && Object.hasOwn(oldNames, other.key) && oldNames[other.key] === newName),
  );
  return rivals ? undefined : newName;
}
