/** Settings of a main file: names at the beginning of a line, values behind `=`. */
import type { Project, RawSetting } from '../../project/types';
import { includeSettings, mainSettings, oldSettingNames, type Directive } from '../../schema';
import { plainSummary } from '../markdown';
import type { CompletionItem, Topic } from './item';

const byName: ReadonlyMap<string, Directive> = new Map(
  [...mainSettings, ...includeSettings].map((setting) => [setting.name, setting]),
);

/** The setting of that name, old names resolved. */
export function settingNamed(name: string): Directive | undefined {
  const current = Object.hasOwn(oldSettingNames, name) ? (oldSettingNames[name] ?? name) : name;
  return byName.get(current);
}

const topic: Topic = { of: 'settings' };

const included = new Set(includeSettings.map(({ name }) => name));

/** Settings that are not set yet (but for `changing`), and the include lines, of which there can be many. */
export function settingItems(project: Project, dialect: '2.4' | '3.0', changing?: RawSetting): CompletionItem[] {
  const present = new Set(project.settings.filter(({ node }) => node !== changing?.node).map(({ key }) => key));
  return [...byName.values()]
    .filter(({ name }) => included.has(name) || !present.has(name))
    .filter(({ internal, since }) => !internal && !(since === '3.0' && dialect === '2.4'))
    .map((setting) => {
      const deprecated = setting.ignored === true || setting.value === 'unused';
      return {
        label: setting.name,
        kind: 'setting',
        detail: plainSummary(setting),
        topic,
        insertText: `${setting.name}=`,
        rank: included.has(setting.name) ? 1 : deprecated ? 4 : 3,
        goesOn: true,
        deprecated,
      };
    });
}
