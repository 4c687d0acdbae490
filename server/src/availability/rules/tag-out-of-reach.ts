import { placeOf } from '../../model/item';
import { defineRule } from '../../rules/rule';
import { complete } from './complete';

export const tagOutOfReach = defineRule<undefined>({
  code: 'availability/tag-out-of-reach',
  severity: 'warning',
  title: 'A tag that no active daemon in reach has',
  explain:
    'A check with a `poller_tag` runs only on a poller that has this tag and serves the realm of its host; a notification command with a `reactionner_tag` likewise. The arbiter looks at neither realms nor spares, nor at the tags of commands and reactionners: where only a spare or a daemon of another realm has the tag, the work is never done, and nobody says so.',
  example: {
    bad: `
      define realm {
          realm_name      All
          default         1
      }
      define scheduler {
          scheduler_name  scheduler-master
          address         server1
      }
      define poller {
          poller_name     poller-master
          address         server1
      }
      define command {
          command_name    check_dmz
          command_line    /bin/true
          poller_tag      DMZ
      }`,
    good: `
      define realm {
          realm_name      All
          default         1
      }
      define scheduler {
          scheduler_name  scheduler-master
          address         server1
      }
      define poller {
          poller_name     poller-master
          address         server1
          poller_tags     None,DMZ
      }
      define command {
          command_name    check_dmz
          command_line    /bin/true
          poller_tag      DMZ
      }`,
  },
  check(model, report) {
    const topology = complete(model);
    if (!topology) return;
    for (const kind of ['poller', 'reactionner'] as const) {
      const key = `${kind}_tag`;
      const active = topology.of(kind).filter(({ spare }) => !spare);
      const offered = (realm: string | undefined): ReadonlySet<string> =>
        new Set(
          (realm === undefined ? active : topology.candidates(kind, realm).filter(({ spare }) => !spare)).flatMap(
            ({ tags }) => tags,
          ),
        );
      const anywhere = offered(undefined);
      for (const type of ['command', 'host', 'service'] as const) {
        for (const item of model.items(type)) {
          const tag = item.origins.has(key) ? item.text(key) : undefined;
          if (tag === undefined || tag === '' || tag === 'None') continue;
          const host = type === 'service' ? model.find('host', item.text('host_name') ?? '') : item;
          const realm = type === 'command' ? undefined : host?.links.get('realm')?.[0]?.name;
          const reach = realm === undefined ? anywhere : offered(realm);
          if (reach.has(tag)) continue;
          // The arbiter itself refuses a poller_tag of a host or service that no poller at all has.
          if (kind === 'poller' && type !== 'command' && !topology.of('poller').some(({ tags }) => tags.includes(tag)))
            continue;
          report({
            at: placeOf(item, key),
            object: item,
            message: `No active ${kind}${realm === undefined ? '' : ` that serves the realm ${realm}`} has the tag ${tag}: this is never run.`,
            data: undefined,
          });
        }
      }
    }
  },
});
