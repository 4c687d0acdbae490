import type { RawProperty } from '../../project/types';
import { withEach } from '../../steps';
import { edits } from '../edits';
import { deleteLines } from '../fixes';
import { defineRule } from '../rule';

export const idleReactionnerTag = defineRule<{ readonly property: RawProperty }>({
  code: 'silent/idle-reactionner-tag',
  severity: 'information',
  title: 'A reactionner_tag on a host or service',
  explain:
    'Shinken reads `reactionner_tag` on hosts and services, and never looks at it: which reactionner sends a notification or runs an event handler is the `reactionner_tag` of the command alone. Write it in the `define command`.',
  example: {
    bad: `
      define host {
          host_name        web-1
          reactionner_tag  sms
      }`,
    good: `
      define command {
          command_name     notify-by-sms
          command_line     /usr/bin/sms $CONTACTPAGER$
          reactionner_tag  sms
      }`,
  },
  *check(model, report) {
    for (const type of ['host', 'service'] as const) {
      yield* withEach(model.items(type), (item) => {
        const property = item.props.has('reactionner_tag') && item.origins.get('reactionner_tag')?.property;
        if (!property) return;
        report({
          at: { file: property.file, span: property.node.span },
          object: item,
          message: 'This has no effect: the reactionner_tag of the notification command or event handler counts.',
          unnecessary: true,
          data: { property },
        });
      });
    }
  },
  fix({ data: { property } }, model) {
    const text = model.text(property.file);
    if (text === undefined) return [];
    return [{ title: 'Delete the line', change: edits(deleteLines(text, property.file, property.node.span)) }];
  },
});
