import { objectType, objectTypeList } from '../../schema';
import { useName } from '../fixes';
import { defineRule } from '../rule';
import { suggest } from '../suggest';

interface Data {
  readonly type: string;
  readonly suggestion: string | undefined;
}

export const unknownType = defineRule<Data>({
  code: 'silent/unknown-type',
  severity: 'warning',
  title: 'A type of object that Shinken does not have',
  explain:
    'Objects of a type that Shinken does not know are read and dropped, and nothing is said. Types are written in lower case, a blank stands before them, and nothing else on the line but the `{`.',
  example: {
    bad: `
      define Command {
          command_name  check
          command_line  /bin/true
      }`,
    good: `
      define command {
          command_name  check
          command_line  /bin/true
      }`,
  },
  check(model, report) {
    const types = objectTypeList.flatMap(({ name, definable }) => (definable ? [name] : []));
    for (const { object } of model.facts('unknown-type')) {
      const { node, type, file } = object;
      if (node.continues) continue;
      const known = objectType(type);
      const suggestion = known ? undefined : suggest(type, types);
      const hint = suggestion === undefined ? '' : ` Did you mean ${suggestion}?`;
      const message =
        type === ''
          ? 'This define has no type: Shinken drops the object without a word.'
          : known
            ? `Shinken passes over objects of type ${type}: they do not come from these files.`
            : `Shinken has no objects of type ${type} and drops this one without a word.${hint}`;
      const span = type === '' ? node.keywordSpan : node.typeSpan;
      report({ at: { file, span }, object: { type, name: '' }, message, data: { type, suggestion } });
    }
  },
  fix({ file, span, data }, model) {
    const written = model.text(file)?.slice(span.start, span.end);
    return data.suggestion === undefined || written !== data.type ? [] : [useName({ file, span }, data.suggestion)];
  },
});
