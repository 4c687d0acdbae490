/** What `shinken.rules` may hold, as VS Code completes and checks it: `npm run generate` writes it to `package.json`; a test holds the two together. */
import { rules } from '../server/src/rules';
import { families, levelNames } from '../server/src/rules/levels';

/** The schema's own part of the setting: which codes there are, what they are about, and what they are set to. */
export function ruleSettings(): Record<string, unknown> {
  const level = { enum: levelNames };
  const own = [...rules]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, title, severity, off }) => {
      const byDefault = off ? 'off' : severity;
      return [code, { ...level, description: `${title} (${byDefault} by default)` }] as const;
    });
  const whole = families.map((family) => {
    return [
      `${family}/*`,
      { ...level, description: `All rules of ${family}/ that have no level of their own here` },
    ] as const;
  });
  return {
    propertyNames: { pattern: `^(${families.join('|')})/([a-z0-9-]+|\\*)$` },
    properties: Object.fromEntries([...whole, ...own]),
    additionalProperties: level,
  };
}
