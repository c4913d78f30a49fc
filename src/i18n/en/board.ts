/** Panel frames, their menus, states and notices. */
export const board = {} as const;
