import { edits } from '../edits';
import { defineRule } from '../rule';
import { titleOf } from '../words';

export const literalPlus = defineRule<undefined>({
  code: 'silent/literal-plus',
  severity: 'warning',
  title: 'A plus that adds nothing',
  explain:
    'A `+` adds to what templates have only as the first character of a list, and only in objects that inherit. In front of a later name, in a directive that is no list, and in groups it is part of the name. In the list of a daemon, a module or another object without templates it makes Shinken forget the whole list.',
  example: {
    bad: `
      define contact {
          contact_name   alice
          contactgroups  admins,+night
      }`,
    good: `
      define contact {
          contact_name   alice
          contactgroups  +admins,night
      }`,
  },
  check(model, report) {
    for (const { item, property, at, why, refused } of model.facts('literal-plus')) {
      if (refused) continue;
      const reason = {
        string: `${property.key} is no list`,
        inside: 'only one at the beginning of the list adds to the templates',
        type: `a ${titleOf(item.type)} inherits nothing`,
      };
      const message =
        why === 'lost'
          ? `Because of this + the whole list is lost: a ${titleOf(item.type)} inherits nothing.`
          : `This + is part of the name: ${reason[why]}.`;
      report({ at, object: item, message, data: undefined });
    }
  },
  fix: ({ file, span }, model) =>
    model.text(file)?.charAt(span.start) === '+'
      ? [
          {
            title: 'Remove the +',
            change: edits({ file, span: { start: span.start, end: span.start + 1 }, newText: '' }),
            preferred: true,
          },
        ]
      : [],
});
