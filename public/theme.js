// Sets the theme before the first paint, so that no page flashes in the other one. What it reads is owned by the app:
// `?theme=` (src/view/urlState.ts) goes before the kept preference (src/view/preferences.ts) before the device's.
{
  const kept = () => {
    try {
      return JSON.parse(localStorage.getItem('mirante.preferences'))?.theme;
    } catch {
      return null;
    }
  };
  const asked = new URLSearchParams(location.search).get('theme');
  const choice = [asked, kept()].find((theme) => ['light', 'dark', 'system'].includes(theme));
  const device = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = choice === 'light' || choice === 'dark' ? choice : device;
}

// Says so where the app's own code cannot be had, since nothing else could, and tries again: nobody stands before a wall.
addEventListener(
  'error',
  ({ target }) => {
    if (!(target instanceof HTMLScriptElement)) return;
    const text = navigator.language.startsWith('pt')
      ? 'O Mirante não pôde ser carregado. Ele tenta de novo sozinho.'
      : 'Mirante could not be loaded. It tries again by itself.';
    document.getElementById('app')?.replaceChildren(text);
    setInterval(async () => {
      const response = await fetch('/', { cache: 'no-cache' }).catch(() => null);
      if (response?.ok) location.reload();
    }, 30_000);
  },
  true,
);
