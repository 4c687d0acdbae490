import { edits } from '../../rules/edits';
import { defineRule } from '../../rules/rule';
import { setDirective } from '../changes';
import { placeOfDaemon, topologyOf } from '../topology';
import { complete } from './complete';

export const spareLacksModules = defineRule<{
  readonly kind: string;
  readonly name: string;
  readonly modules: readonly string[];
}>({
  code: 'availability/spare-lacks-modules',
  severity: 'warning',
  title: 'A spare without the modules of its master',
  explain:
    'The dispatcher chooses a spare without looking at its `modules`. One that lacks a module of its master takes over and cannot do that part of the work: no web interface, no retention, no metrics. Give the spare every module of the daemons it stands in for.',
  example: {
    bad: `
      define broker {
          broker_name      broker-master
          address          server1
          manage_arbiters  1
          modules          webui
      }
      define broker {
          broker_name      broker-spare
          address          server3
          spare            1
          manage_arbiters  1
      }
      define module {
          module_name      webui
          module_type      webui
      }`,
    good: `
      define broker {
          broker_name      broker-master
          address          server1
          manage_arbiters  1
          modules          webui
      }
      define broker {
          broker_name      broker-spare
          address          server3
          spare            1
          manage_arbiters  1
          modules          webui
      }
      define module {
          module_name      webui
          module_type      webui
      }`,
  },
  check(model, report) {
    const topology = complete(model);
    for (const spare of topology?.daemons ?? []) {
      for (const master of topology?.mastersOf(spare) ?? []) {
        const modules = master.modules.filter((name) => !spare.modules.includes(name));
        if (modules.length === 0) continue;
        const other = placeOfDaemon(master, 'modules');
        report({
          at: placeOfDaemon(spare, 'modules'),
          object: spare.item,
          message: `${spare.name} stands in for ${master.name} without its ${modules.length === 1 ? 'module' : 'modules'} ${modules.join(', ')}.`,
          related: other ? [{ ...other, message: `modules of ${master.name}` }] : [],
          data: { kind: spare.kind, name: spare.name, modules },
        });
      }
    }
  },
  fix({ data: { kind, name, modules } }, model) {
    const spare = topologyOf(model).daemons.find((daemon) => daemon.kind === kind && daemon.name === name);
    const edit = spare && setDirective(model, spare, 'modules', [...spare.modules, ...modules].join(','));
    return edit
      ? [
          {
            title: `Add the missing ${modules.length === 1 ? 'module' : 'modules'} to ${name}`,
            change: edits(edit),
            preferred: true,
          },
        ]
      : [];
  },
});
