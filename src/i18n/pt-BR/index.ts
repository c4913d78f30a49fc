import type { Messages } from '../messages.ts';
import { board } from './board.ts';
import { charts } from './charts.ts';
import { errors } from './errors.ts';
import { pages } from './pages.ts';
import { panels } from './panels.ts';
import { shell } from './shell.ts';

export const ptBR: Messages = { board, charts, errors, pages, panels, shell };
