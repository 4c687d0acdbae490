import type { RawProperty } from '../../project/types';
import { edits } from '../edits';
import { deleteLines } from '../fixes';
import { defineRule } from '../rule';
import { titleOf } from '../words';

export const runningDirective = defineRule<{ readonly property: RawProperty }>({
  code: 'arbiter/running-directive',
  severity: 'warning',
  title: 'Something that Shinken keeps itself',
  explain:
    'Some properties of hosts and services are kept by Shinken while it runs: their state, counters, links. Writing one is accepted with a warning, and is of no use.',
  example: {
    bad: `
      define host {
          host_name  web-1
          state      DOWN
      }`,
    good: `
      define host {
          host_name      web-1
          initial_state  d
      }`,
  },
  check(model, report) {
    for (const { item, property } of model.facts('running-property')) {
      const { file, node, key } = property;
      const message = `Shinken keeps ${key} of every ${titleOf(item.type)} itself; it is not for writing.`;
      report({ at: { file, span: node.keySpan }, object: item, message, data: { property } });
    }
  },
  fix: ({ file, data: { property } }, model) => [
    {
      title: 'Remove the line',
      change: edits(deleteLines(model.text(file) ?? '', file, property.node.span)),
      preferred: true,
    },
  ],
});
