import { TabInputWebview, ViewColumn, window } from 'vscode';

/** Where a text is shown so that it does not cover the map: in the active group, or beside it where that shows a page of ours. */
export function textColumn(): ViewColumn {
  const { all, activeTabGroup } = window.tabGroups;
  if (!(activeTabGroup.activeTab?.input instanceof TabInputWebview)) return ViewColumn.Active;
  return all.find((group) => group !== activeTabGroup)?.viewColumn ?? ViewColumn.Beside;
}
