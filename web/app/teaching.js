import { createSmallPad } from '../pad/small-pad.js';
import { createTeachPanel } from '../teach/panel.js';

/** Teaching is written on a pad as the page's own. @type {import('./panel-registry.js').MakePanel} */
export const createTeaching = (root, page) => createTeachPanel(root, page, createSmallPad);
