import { edits } from '../edits';
import { deleteLines } from '../fixes';
import { defineRule } from '../rule';
import { titleOf } from '../words';
import { listItems } from '../../syntax/values';
import { originsOf } from '../../model/places';
import type { RawProperty } from '../../project/types';

export const emptyGroupName = defineRule<{ readonly property: RawProperty | undefined }>({
  code: 'arbiter/empty-group-name',
  severity: 'error',
  title: 'An empty name in a list of groups',
  explain:
    'Nothing stands between two commas, behind the last one, or in the whole list of the groups that a host, a service or a contact is in. Shinken makes a group without a name of it, and the arbiter refuses that group.',
  example: {
    bad: `
      define host {
          host_name   web-1
          hostgroups  linux,,web
      }`,
    good: `
      define host {
          host_name   web-1
          hostgroups  linux,web
      }`,
  },
  check(model, report) {
    for (const { item, by, key, at } of model.facts('empty-group-name')) {
      const property = originsOf(by, key).find((origin) =>
        origin.property.value.split(',').some((part) => part.trim() === ''),
      )?.property;
      const message = `The arbiter refuses the empty name in ${key}: it makes a ${titleOf(item.type)} without a name of it.`;
      report({ at, object: by, message, data: { property } });
    }
  },
  fix({ data: { property } }, model) {
    if (!property) return [];
    const names = listItems(property.node.value).filter(({ text }) => text !== '');
    const { file, node } = property;
    const edit =
      names.length === 0
        ? deleteLines(model.text(file) ?? '', file, node.span)
        : { file, span: node.value.span, newText: names.map(({ text }) => text).join(',') };
    return [{ title: 'Remove the empty name', change: edits(edit), preferred: true }];
  },
});
