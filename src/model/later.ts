/** Ms after which a page counts as drawn on which nothing ever is. */
const patience = 1_500;

let open: () => void = () => {};
const firstDrawing = new Promise<void>((resolve) => {
  open = resolve;
  setTimeout(resolve, patience);
});

/** Something that the viewer came for is on the page, or will be with the next frame. */
export function tellDrawn(): void {
  // After that frame, so that nothing is put before it.
  requestAnimationFrame(() => setTimeout(open));
}

/** Runs `load` once the page's first drawing is over: what may come later takes nothing from what is waited for. */
export async function later<T>(load: () => Promise<T>): Promise<T> {
  await firstDrawing;
  return load();
}
