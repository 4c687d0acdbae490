import { defineRule, MAX_RELATED } from '../../rules/rule';
import { compareCopies, type Difference, differenceSummary, differenceTitle } from '../compare';
import { copyOf } from '../copies';
import { placeOfDaemon, titleOf } from '../topology';
import { listed } from '../words';
import { complete } from './complete';

/** Said only where somebody has named a copy, and only while it can be read. */
export const copyDiffers = defineRule<undefined>({
  code: 'availability/copy-differs',
  severity: 'warning',
  title: "A copy on the spare arbiter's machine that differs",
  explain:
    'A spare arbiter that has to start by itself reads its own copy of the configuration and works with what it finds there, be it of last year. Both copies are meant to be the very same. The copies are those that the setting `shinken.copies` names (`--copy` in a terminal); without it nothing is said. "Shinken: Compare with Another Copy…" (`shinken compare`) shows each difference, "Shinken: Write Sync Job…" writes what keeps them alike.',
  example: {
    copies: ['server3'],
    bad: `
      #- shinken.cfg
      cfg_file=arbiters.cfg
      log_level=INFO
      #- arbiters.cfg
      define arbiter {
          arbiter_name  arbiter-master
          host_name     server1
          address       server1
      }
      define arbiter {
          arbiter_name  arbiter-spare
          host_name     server3
          address       server3
          spare         1
      }
      #- server3/shinken.cfg
      cfg_file=arbiters.cfg
      log_level=DEBUG
      #- server3/arbiters.cfg
      define arbiter {
          arbiter_name  arbiter-master
          host_name     server1
          address       server1
      }`,
    good: `
      #- shinken.cfg
      cfg_file=arbiters.cfg
      log_level=INFO
      #- arbiters.cfg
      define arbiter {
          arbiter_name  arbiter-master
          host_name     server1
          address       server1
      }
      define arbiter {
          arbiter_name  arbiter-spare
          host_name     server3
          address       server3
          spare         1
      }
      #- server3/shinken.cfg
      # The same, though it looks otherwise.
      log_level=INFO
      cfg_file=arbiters.cfg
      #- server3/arbiters.cfg
      define arbiter {
          arbiter_name  arbiter-spare
          spare         1
          address       server3
          host_name     server3
      }
      define arbiter {
          arbiter_name  arbiter-master
          address       server1
          host_name     server1
      }`,
  },
  check(model, report) {
    const { copies = [] } = model.options;
    const topology = copies.length > 0 ? complete(model) : undefined;
    if (!topology?.wantsSpares) return;
    const spare = topology.of('arbiter').find((arbiter) => arbiter.spare);
    const own = copyOf(model.project);
    for (const copy of copies) {
      const { differences } = compareCopies(own, copy);
      if (differences.length === 0) continue;
      const reader = spare ? `The ${titleOf(spare)} would take over with that copy. ` : '';
      report({
        at: spare && placeOfDaemon(spare),
        object: spare?.item,
        message: `The copy in ${copy.at} differs: ${listed(differences.map(differenceTitle))}. ${reader}Copy the whole folder again, every day.`,
        related: differences.flatMap(relatedPlace).slice(0, MAX_RELATED),
        data: undefined,
      });
    }
  },
});

/** A place in this configuration: the other copy may be on a machine that does not answer any more when somebody looks. */
function relatedPlace(difference: Difference) {
  const summary = differenceSummary(difference, { a: 'this configuration', b: 'the copy' });
  return difference.a ? [{ ...difference.a, message: `${differenceTitle(difference)}: ${summary}.` }] : [];
}
