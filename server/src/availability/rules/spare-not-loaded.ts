import type { FilePath } from '../../project/types';
import { loadFile } from '../../rules/fixes';
import { defineRule } from '../../rules/rule';
import { type Daemon, placeOfDaemon, titleOf } from '../topology';
import { complete } from './complete';

/** Said in the editor alone, where the file is open: the arbiter never sees it. */
export const spareNotLoaded = defineRule<{ readonly file: FilePath | undefined }>({
  code: 'availability/spare-not-loaded',
  severity: 'warning',
  title: 'A spare in a file that the main file does not load',
  explain:
    'No `cfg_file` or `cfg_dir` line of the main file brings this file in, so Shinken does not know the spare: nobody takes over. Add such a line, on both servers.',
  example: {
    bad: `
      #- shinken.cfg
      cfg_file=arbiters/arbiter-master.cfg
      #- arbiters/arbiter-master.cfg
      define arbiter {
          arbiter_name        arbiter-master
          host_name           server1
          address             server1
      }
      #- arbiters/arbiter-spare.cfg
      define arbiter {
          arbiter_name        arbiter-spare
          host_name           server3
          address             server3
          spare               1
      }`,
    good: `
      #- shinken.cfg
      cfg_dir=arbiters
      #- arbiters/arbiter-master.cfg
      define arbiter {
          arbiter_name        arbiter-master
          host_name           server1
          address             server1
      }
      #- arbiters/arbiter-spare.cfg
      define arbiter {
          arbiter_name        arbiter-spare
          host_name           server3
          address             server3
          spare               1
      }`,
  },
  check(model, report) {
    const unloaded = new Set(model.project.unloaded ?? []);
    const isLoaded = ({ item }: Daemon): boolean => item.source !== undefined && !unloaded.has(item.source.file);
    const daemons = complete(model)?.daemons ?? [];
    const named = new Set(model.facts('duplicate-name').flatMap(({ lost, kept }) => [lost, kept]));
    for (const spare of daemons) {
      if (!spare.spare || isLoaded(spare) || named.has(spare.item)) continue;
      const peers = daemons.filter(({ kind, realm }) => kind === spare.kind && realm === spare.realm).filter(isLoaded);
      // A copy of a spare that is there, or of a configuration that has nothing to do with this one.
      if (peers.length === 0 || peers.some((peer) => peer.spare)) continue;
      report({
        at: placeOfDaemon(spare),
        object: spare.item,
        message: `Shinken does not know the ${titleOf(spare)}: the main file does not load this file. Add a cfg_file or cfg_dir line for it.`,
        data: { file: spare.item.source?.file },
      });
    }
  },
  fix({ data: { file } }, { project }) {
    const [main] = project.mains;
    return main === undefined || file === undefined ? [] : loadFile(project, main, file);
  },
});
