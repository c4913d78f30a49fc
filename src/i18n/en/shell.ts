/** Navigation, toolbar, pickers, dialogs. */
export const shell = {} as const;
