import { placeOf } from '../../model/item';
import { realmOf } from '../../model/realms';
import { defineRule, type RelatedPlace } from '../rule';

export const businessRuleAcrossRealms = defineRule<undefined>({
  code: 'arbiter/business-rule-across-realms',
  severity: 'error',
  title: 'A business rule about another realm',
  explain:
    'A business rule is worked out by the scheduler of its host, which knows the hosts of its own realm only. The arbiter refuses a rule with members in another one.',
  example: {
    bad: `
      define realm {
          realm_name     Europe
          default        1
      }
      define realm {
          realm_name     America
      }
      define host {
          host_name      web-us
          realm          America
      }
      define host {
          host_name      shop
          realm          Europe
          check_command  bp_rule!web-us
      }`,
    good: `
      define realm {
          realm_name     Europe
          default        1
      }
      define host {
          host_name      web-eu
          realm          Europe
      }
      define host {
          host_name      shop
          realm          Europe
          check_command  bp_rule!web-eu
      }`,
  },
  check(model, report) {
    for (const { item, realm, member, memberRealm, at } of model.facts('business-rule-across-realms')) {
      report({
        at,
        object: item,
        message: `This rule is worked out in the realm ${realm.name}, and its member ${member.name} is in ${memberRealm.name}.`,
        related: [item, member].flatMap((each): RelatedPlace[] => {
          const host = each.type === 'service' ? model.find('host', each.text('host_name') ?? '') : each;
          const place = host && placeOf(host, host.origins.has('realm') ? 'realm' : 'host_name');
          return place ? [{ ...place, message: `${host.name} is in the realm ${realmOf(host)?.name ?? ''}.` }] : [];
        }),
        data: undefined,
      });
    }
  },
});
