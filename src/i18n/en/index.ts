import { board } from './board.ts';
import { charts } from './charts.ts';
import { errors } from './errors.ts';
import { pages } from './pages.ts';
import { panels } from './panels.ts';
import { shell } from './shell.ts';

export const en = { board, charts, errors, pages, panels, shell } as const;
