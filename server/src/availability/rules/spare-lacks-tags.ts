import { edits } from '../../rules/edits';
import { defineRule } from '../../rules/rule';
import { addToList } from '../changes';
import { lostTags } from '../lost-tags';
import { placeOfDaemon, topologyOf } from '../topology';
import { daemonsListed, workOf } from '../words';
import { complete } from './complete';

export const spareLacksTags = defineRule<{
  readonly kind: string;
  readonly name: string;
  readonly tags: readonly string[];
}>({
  code: 'availability/spare-lacks-tags',
  severity: 'warning',
  title: 'A spare without the tags of its master',
  explain:
    'The dispatcher chooses a spare without looking at `poller_tags` or `reactionner_tags`. One that lacks a tag of its master takes over, and the checks or notifications with that tag are never run, without a word. Give the spare all the tags of the daemons it stands in for; `None` stands for work without a tag.',
  example: {
    bad: `
      define poller {
          poller_name  poller-master
          address      server1
          poller_tags  None,DMZ
      }
      define poller {
          poller_name  poller-spare
          address      server3
          spare        1
      }`,
    good: `
      define poller {
          poller_name  poller-master
          address      server1
          poller_tags  None,DMZ
      }
      define poller {
          poller_name  poller-spare
          address      server3
          spare        1
          poller_tags  None,DMZ
      }`,
  },
  check(model, report) {
    const topology = complete(model);
    if (!topology) return;
    for (const spare of [...topology.of('poller'), ...topology.of('reactionner')]) {
      const { tags, masters } = lostTags(topology, spare);
      const [master] = masters;
      if (!master) continue;
      const key = `${spare.kind}_tags`;
      const other = placeOfDaemon(master, key);
      report({
        at: placeOfDaemon(spare, key),
        object: spare.item,
        message: `When ${spare.name} stands in for ${daemonsListed(masters)}, nobody does ${workOf(spare.kind, tags)}: its ${key} lack ${tags.join(', ')}.`,
        related: other ? [{ ...other, message: `tags of ${master.name}` }] : [],
        data: { kind: spare.kind, name: spare.name, tags },
      });
    }
  },
  fix({ data: { kind, name, tags } }, model) {
    const spare = topologyOf(model).daemons.find((daemon) => daemon.kind === kind && daemon.name === name);
    const edit = spare && addToList(model, spare, `${kind}_tags`, tags, spare.tags);
    return edit
      ? [
          {
            title: `Add the missing ${tags.length === 1 ? 'tag' : 'tags'} to ${name}`,
            change: edits(edit),
            preferred: true,
          },
        ]
      : [];
  },
});
