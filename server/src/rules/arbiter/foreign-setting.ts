import { defineRule } from '../rule';

export const foreignSetting = defineRule<undefined>({
  code: 'arbiter/foreign-setting',
  severity: 'error',
  title: 'A setting whose name is not ASCII',
  explain: 'The arbiter crashes on a name with any character beyond ASCII: an accented letter, or a no-break space.',
  example: { bad: '$CLÉ$=secret', good: '$CLE$=secret' },
  check(model, report) {
    for (const { setting } of model.facts('foreign-setting')) {
      const { file, node, key } = setting;
      // A byte order mark is no name to speak of; it has a rule of its own.
      if (key.startsWith('\ufeff')) continue;
      const message = `The arbiter crashes on the name ${key}: it may only have ASCII characters.`;
      report({ at: { file, span: node.keySpan }, message, data: undefined });
    }
  },
});
