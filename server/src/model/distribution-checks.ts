import { arbitersHere } from './arbiters';
import { type Steps, withEach } from '../steps';
import type { Build } from './build';
import type { Item } from './item';
import { potentialDaemons, realmOf } from './realms';
import { addTo } from '../project/lists';

/** Facts that the arbiter's last look at the whole configuration brings up (config.py:1894-2012). */
export interface DistributionFacts {
  /** Hosts or services ask for a tag that no poller has, wherever that poller stands; `None` is the tag of those who ask for none. */
  'unserved-poller-tag': {
    readonly tag: string;
    readonly items: readonly Item[];
    readonly pollers: readonly Item[];
  };
  /**
   * A module without `module_type`. In an arbiter's own `modules` the arbiter dies of it (modulesmanager.py:69); another daemon dies
   * when it is given its configuration, which a verification does not see. `users`: the daemons that list it.
   */
  'module-without-type': { readonly module: Item; readonly users: readonly Item[]; readonly crashes: boolean };
}

/** What the arbiter checks about distribution once every object has been verified by itself. */
export function* checkDistribution(build: Build): Steps<void> {
  noteModulesWithoutType(build);
  // Of a part of a configuration nobody knows who works for it.
  if (build.project.partial) return;
  for (const scheduler of build.of('scheduler')) {
    const realm = realmOf(scheduler);
    if (realm && potentialDaemons(realm, 'broker').length === 0)
      build.note('scheduler-without-broker', { scheduler, realm });
  }
  yield* notePollerTags(build);
  const defaults = [...build.of('realm')].filter((realm) => realm.flag('default'));
  if (defaults.length > 1) build.note('several-default-realms', { realms: defaults });
}

function* notePollerTags(build: Build): Steps<void> {
  const pollers = [...build.of('poller')];
  const served = new Set(pollers.flatMap((poller) => poller.list('poller_tags')));
  const asked = new Map<string, Item[]>();
  for (const type of ['host', 'service'] as const) {
    yield* withEach(build.of(type).all, (item) => {
      const tag = item.text('poller_tag') ?? 'None';
      if (served.has(tag)) return;
      addTo(asked, tag, item);
    });
  }
  for (const [tag, items] of asked) build.note('unserved-poller-tag', { tag, items, pollers });
}

function noteModulesWithoutType(build: Build): void {
  const here = new Set(arbitersHere(build));
  const users = new Map<Item, Item[]>();
  for (const type of ['arbiter', 'scheduler', 'broker', 'receiver', 'reactionner', 'poller'] as const) {
    for (const daemon of build.of(type)) {
      for (const module of daemon.links.get('modules') ?? []) {
        if (!module.has('module_type')) users.set(module, [...(users.get(module) ?? []), daemon]);
      }
    }
  }
  for (const [module, daemons] of users) {
    const crashes = daemons.some((daemon) => here.has(daemon));
    build.note('module-without-type', { module, users: daemons, crashes });
  }
}
