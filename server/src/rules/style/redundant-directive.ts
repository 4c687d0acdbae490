import { redundantLines, type RedundantLine } from '../../model/redundancy';
import type { Model } from '../../model/types';
import type { RawProperty } from '../../project/types';
import { edits } from '../edits';
import { deleteLines } from '../fixes';
import { defineRule, type Fix } from '../rule';

export const redundantDirective = defineRule<RedundantLine>({
  code: 'style/redundant-directive',
  severity: 'hint',
  off: true,
  title: 'A directive that repeats what is inherited',
  explain:
    'One of the templates has the very same value, and the object would have it from there: nothing is different without the line. It will be when the template changes, which may be why it is there. Lists with `+`, `null`, and lists that Shinken adds to while it works out groups are left alone.',
  example: {
    bad: `
      define host {
          name                generic-host
          max_check_attempts  3
          register            0
      }
      define host {
          use                 generic-host
          host_name           web-1
          max_check_attempts  3
      }`,
    good: `
      define host {
          name                generic-host
          max_check_attempts  3
          register            0
      }
      define host {
          use                 generic-host
          host_name           web-1
          max_check_attempts  5
      }`,
  },
  check(model, report) {
    const unloaded = new Set(model.project.unloaded);
    for (const line of redundantLines(model)) {
      const { item, property, inherited } = line;
      if (unloaded.has(property.file)) continue;
      report({
        at: { file: property.file, span: property.node.span },
        object: item,
        message: `${property.key} only repeats what is inherited.`,
        related: [{ file: inherited.file, span: inherited.node.span, message: 'inherited from here' }],
        unnecessary: true,
        data: line,
      });
    }
  },
  fix({ data }, model) {
    const all = redundantLines(model).flatMap(({ item, property }) =>
      item.source === data.item.source ? [property] : [],
    );
    return [
      { ...removal(model, 'Remove this line', [data.property]), preferred: true },
      ...(all.length > 1 ? [removal(model, 'Remove all redundant directives in this object', all)] : []),
    ];
  },
});

function removal(model: Model, title: string, lines: readonly RawProperty[]): Fix {
  const change = edits(...lines.map(({ file, node }) => deleteLines(model.text(file) ?? '', file, node.span)));
  return { title, change };
}
