import { defineRule } from '../../rules/rule';
import { placeOfDaemon } from '../topology';
import { complete } from './complete';

export const satelliteMap = defineRule<undefined>({
  code: 'availability/satellite-map',
  severity: 'warning',
  title: 'A satellitemap that leaves a daemon out',
  explain:
    '`satellitemap` gives other addresses for daemons as seen from this one. A name in it that no daemon has does nothing, and a master whose spare is not listed beside it may be reached while its spare is not.',
  example: {
    bad: `
      define arbiter {
          arbiter_name  arbiter-master
          host_name     server1
          satellitemap  poller-master=10.0.0.1:7771
      }
      define poller {
          poller_name   poller-master
          address       server1
      }
      define poller {
          poller_name   poller-spare
          address       server3
          spare         1
      }`,
    good: `
      define arbiter {
          arbiter_name  arbiter-master
          host_name     server1
          satellitemap  poller-master=10.0.0.1:7771,poller-spare=10.0.0.3:7771
      }
      define poller {
          poller_name   poller-master
          address       server1
      }
      define poller {
          poller_name   poller-spare
          address       server3
          spare         1
      }`,
  },
  check(model, report) {
    const topology = complete(model);
    if (!topology) return;
    for (const daemon of topology.daemons) {
      const map = daemon.item.get('satellitemap');
      const names = map instanceof Map ? [...map.keys()] : [];
      for (const name of names) {
        const named = topology.daemons.find((other) => other.name === name);
        const spare = named && topology.sparesFor(named).find((other) => !names.includes(other.name));
        if (named && !spare) continue;
        report({
          at: placeOfDaemon(daemon, 'satellitemap'),
          object: daemon.item,
          message: spare
            ? `The satellitemap of ${daemon.name} has ${name} but not its spare ${spare.name}.`
            : `The satellitemap of ${daemon.name} names ${name}, and no daemon is called so.`,
          data: undefined,
        });
      }
    }
  },
});
