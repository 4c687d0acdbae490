import type { ObjectTypeName } from '../../schema';
import { createMissing } from '../create';
import { fixName } from '../references';
import { defineRule } from '../rule';
import { isSure, suggest } from '../suggest';
import { titleOf } from '../words';

interface Data {
  readonly type: ObjectTypeName;
  readonly name: string;
  readonly suggestion: string | undefined;
  readonly isSure: boolean;
}

export const groupCreated = defineRule<Data>({
  code: 'silent/group-created',
  severity: 'information',
  title: 'A group that exists only because an object names it',
  explain:
    'A host, service or contact says to be in a group that is not defined. Shinken makes that group without a word, with just those members. If the name is a slip, the object is missing in the group that was meant.',
  example: {
    bad: `
      define hostgroup {
          hostgroup_name  linux
      }
      define host {
          host_name   web-1
          hostgroups  linus
      }`,
    good: `
      define hostgroup {
          hostgroup_name  linux
      }
      define host {
          host_name   web-1
          hostgroups  linux
      }`,
  },
  check(model, report) {
    for (const { item, by, at } of model.facts('group-created')) {
      const defined = model.items(item.type).flatMap(({ source, name }) => (source ? [name] : []));
      const name = item.name;
      const suggestion = suggest(name, defined);
      // A pack may name groups of other packs.
      if (model.project.partial && suggestion === undefined) continue;
      const hint = suggestion === undefined ? '' : ` Did you mean ${suggestion}?`;
      const message = `No ${titleOf(item.type)} is called ${name}; Shinken makes one without a word.${hint}`;
      const sure = suggestion !== undefined && isSure(name, suggestion, defined);
      const severity = suggestion === undefined ? 'information' : 'warning';
      report({ at, object: by, message, severity, data: { type: item.type, name, suggestion, isSure: sure } });
    }
  },
  fix: (problem, model) => [...fixName(problem, model), ...createMissing(model, problem.data, problem.file)],
});
