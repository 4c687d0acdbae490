/** The page of the availability map: shows what the extension sends, and tells it what the user does. */
import { render } from 'preact';
import type { FromPage, MapState, ToPage } from '../../src/views/availability-map/messages';
import './page.css';
import { Page } from './page';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  /** Kept by VS Code for the time after a reload of the window. */
  setState(state: MapState): void;
};

const vscode = acquireVsCodeApi();
const send = (message: FromPage): void => vscode.postMessage(message);

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  vscode.setState(data.state);
  render(<Page shown={data} send={send} />, document.body);
});
send({ type: 'ready' });
