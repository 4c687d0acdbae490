import { defineRule } from '../../rules/rule';
import { placeOfDaemon } from '../topology';
import { complete } from './complete';

export const spareBesideMaster = defineRule<undefined>({
  code: 'availability/spare-beside-master',
  severity: 'warning',
  title: "A spare on its master's own machine",
  explain:
    'The spare dies with the machine that it should stand in for. It helps only when the process of its master dies alone. Put it on another machine.',
  example: {
    bad: `
      define poller {
          poller_name  poller-master
          address      server1
      }
      define poller {
          poller_name  poller-spare
          address      server1
          port         7781
          spare        1
      }`,
    good: `
      define poller {
          poller_name  poller-master
          address      server1
      }
      define poller {
          poller_name  poller-spare
          address      server3
          spare        1
      }`,
  },
  check(model, report) {
    const topology = complete(model);
    for (const spare of topology?.daemons ?? []) {
      const masters = topology?.mastersOf(spare) ?? [];
      const master = masters.find(({ address, invented }) => address === spare.address && !invented);
      if (!master || (masters.length > 1 && masters.some(({ address }) => address !== spare.address))) continue;
      const other = placeOfDaemon(master, 'address');
      report({
        at: placeOfDaemon(spare, 'address'),
        object: spare.item,
        message: `${spare.name} is on ${spare.address}, the machine of ${master.name}: they die together.`,
        related: other ? [{ ...other, message: `where ${master.name} is` }] : [],
        data: undefined,
      });
    }
  },
});
