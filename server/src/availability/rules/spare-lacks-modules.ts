import type { Model } from '../../model/types';
import { edits } from '../../rules/edits';
import { defineRule } from '../../rules/rule';
import { suggest } from '../../rules/suggest';
import { moduleType } from '../../schema';
import { addToList } from '../changes';
import { isSharedRetention } from '../retention';
import { mastersOf } from '../stand-ins';
import { type Daemon, placeOfDaemon, titleOf, topologyOf } from '../topology';
import { daemonsListed } from '../words';
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
    'The dispatcher chooses a spare without looking at its `modules`. One that lacks a module of its master takes over and cannot do that part of the work: no web interface, no retention, no metrics. Give the spare every module of the daemons it stands in for, or one of the same type.',
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
      const masters = topology && spare.spare ? mastersOf(topology, spare) : [];
      const lacking = masters.filter((master) => !master.invented && missing(model, spare, master).length > 0);
      const [master] = lacking;
      if (!master) continue;
      const modules = [...new Set(lacking.flatMap((other) => missing(model, spare, other)))];
      const other = placeOfDaemon(master, 'modules');
      report({
        at: placeOfDaemon(spare, 'modules'),
        object: spare.item,
        message: `The ${titleOf(spare)} stands in for ${daemonsListed(lacking)} without ${modules.length === 1 ? 'the module' : 'the modules'} ${modules.join(', ')}.`,
        related: other ? [{ ...other, message: `modules of ${master.name}` }] : [],
        data: { kind: spare.kind, name: spare.name, modules },
      });
    }
  },
  fix({ data: { kind, name, modules } }, model) {
    const spare = topologyOf(model).daemons.find((daemon) => daemon.kind === kind && daemon.name === name);
    const edit = spare && addToList(model, spare, 'modules', modules);
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

/** The modules of a master that its spare has neither by name nor by type; a spare may well keep its own in another place. */
function missing(model: Model, spare: Daemon, master: Daemon): string[] {
  const typeOf = (name: string): string | undefined => {
    const type = model.find('module', name)?.text('module_type');
    return type === undefined ? undefined : (moduleType(type)?.type ?? type.replaceAll('_', '-'));
  };
  const types = new Set(spare.modules.map(typeOf));
  const keepsStates = spare.kind === 'scheduler' && spare.modules.some((name) => isSharedRetention(model, name));
  const misspelt = spare.modules.filter((name) => !model.find('module', name));
  return master.modules.filter((name) => {
    if (spare.modules.includes(name)) return false;
    // What the arbiter refuses already, or what does nothing here: other rules say so.
    if (misspelt.some((other) => suggest(other, [name]) !== undefined)) return false;
    const known = moduleType(model.find('module', name)?.text('module_type') ?? '');
    if (known && !known.daemons.includes(spare.kind)) return false;
    // Two kinds of retention: another rule says so.
    if (keepsStates && isSharedRetention(model, name)) return false;
    const type = typeOf(name);
    return type === undefined || !types.has(type);
  });
}
