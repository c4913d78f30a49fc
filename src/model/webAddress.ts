/** Annotations and labels come from whoever writes rules and targets: only plain web addresses may become links. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
