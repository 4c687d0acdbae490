import { defineRule } from '../rule';

export const realmLoop = defineRule<undefined>({
  code: 'arbiter/realm-loop',
  severity: 'error',
  title: 'Realms that are members of each other',
  explain:
    'The arbiter follows `realm_members` down without looking where it has been, and crashes with a segmentation fault on realms that contain each other, or on one that contains itself.',
  example: {
    bad: `
      define realm {
          realm_name     World
          realm_members  Europe
          default        1
      }
      define realm {
          realm_name     Europe
          realm_members  World
      }`,
    good: `
      define realm {
          realm_name     World
          realm_members  Europe
          default        1
      }
      define realm {
          realm_name     Europe
      }`,
  },
  check(model, report) {
    for (const { realms, at } of model.facts('realm-loop')) {
      const [first] = realms;
      const way = [...realms, first].map((realm) => realm?.name ?? '').join(' → ');
      const message =
        realms.length === 1
          ? `The arbiter crashes: ${first?.name ?? ''} is a member of itself.`
          : `The arbiter crashes: these realms are members of each other: ${way}.`;
      report({ at, object: realms.at(-1), message, data: undefined });
    }
  },
});
