import { namePlace } from '../../model/places';
import { edits } from '../../rules/edits';
import { defineRule } from '../../rules/rule';
import { withArticle } from '../../rules/words';
import { type DaemonType, moduleType, type ModuleType } from '../../schema';
import { exchangeInList } from '../changes';
import { titleOf, topologyOf } from '../topology';
import { complete } from './complete';

interface Data {
  readonly kind: DaemonType;
  readonly name: string;
  readonly module: string;
}

export const wrongDaemonForModule = defineRule<Data>({
  code: 'availability/wrong-daemon-for-module',
  severity: 'warning',
  title: 'A module of another kind of daemon',
  explain:
    'A module is written for certain daemons; another one loads it, finds nothing to call, and goes on without. Give it to the daemon that it belongs to, or to the module that it is a part of.',
  example: {
    bad: `
      define poller {
          poller_name  poller-master
          address      server1
          modules      livestatus
      }
      define module {
          module_name  livestatus
          module_type  livestatus
      }`,
    good: `
      define broker {
          broker_name      broker-master
          address          server1
          manage_arbiters  1
          modules          livestatus
      }
      define module {
          module_name  livestatus
          module_type  livestatus
      }`,
  },
  check(model, report) {
    for (const daemon of complete(model)?.daemons ?? []) {
      for (const name of daemon.modules) {
        const type = model.find('module', name)?.text('module_type');
        const known = type === undefined ? undefined : moduleType(type);
        if (!known || known.daemons.includes(daemon.kind)) continue;
        report({
          at: namePlace(daemon.item, 'modules', name),
          object: daemon.item,
          message: `The module ${name} (${known.type}) is made for ${usersOf(known)}: ${withArticle(daemon.kind)} does nothing with it.`,
          data: { kind: daemon.kind, name: daemon.name, module: name },
        });
      }
    }
  },
  fix({ data }, model) {
    const daemon = topologyOf(model).daemons.find(({ kind, name }) => kind === data.kind && name === data.name);
    const list = daemon ? exchangeInList(model, daemon, 'modules', [data.module]) : [];
    const title = `Take ${data.module} off the modules of the ${titleOf(data)}`;
    return list.length > 0 ? [{ title, change: edits(...list) }] : [];
  },
});

function usersOf({ daemons, within = [] }: ModuleType): string {
  const users = daemons.length > 0 ? daemons : within.map((type) => `${type} module`);
  return users.map(withArticle).join(' or ');
}
