import { type QuickPickItem, window } from 'vscode';
import { storeAddressProblem, type StoreName } from '../../../server/src/availability/store-address';
import type { SparesPlan } from '../../../server/src/lsp/requests';

type Forgetful = NonNullable<SparesPlan['forgetful']>;
type Store = Required<NonNullable<Forgetful['stores'][number]>>;

/** Asks where a store is that several schedulers share. Undefined when the user has thought better of it. */
export async function askForStoreAddress(store: StoreName, title: string, value: string): Promise<string | undefined> {
  const answer = await window.showInputBox({
    prompt: `Where ${title} runs, so that every scheduler reaches it`,
    value,
    validateInput: (text) => storeAddressProblem(store, text),
    ignoreFocusOut: true,
  });
  return answer?.trim();
}

/**
 * Asks whether schedulers should share a store for their states, which and where. `keep` for what they have; undefined when the user has
 * thought better of it all.
 */
export async function askForStore({ schedulers, stores }: Forgetful): Promise<Store | 'keep' | undefined> {
  const keep: QuickPickItem = {
    label: 'Leave the retention as it is',
    detail: 'After a take-over every check starts again as PENDING.',
  };
  const items = stores.map((store) => ({
    label: `Share the states through ${store.title}`,
    description: store.address,
    store,
  }));
  const picked = await window.showQuickPick<QuickPickItem & { readonly store?: Store }>([...items, keep], {
    title: 'What the schedulers remember',
    placeHolder: `${schedulers.join(', ')}: the spare does not find the states of checks, downtimes and acknowledgements`,
    ignoreFocusOut: true,
  });
  if (!picked) return undefined;
  const { store } = picked;
  if (!store) return 'keep';
  const address = await askForStoreAddress(store.store, store.title, store.address);
  return address === undefined ? undefined : { ...store, address };
}
